// What report and workbook say of each channel, in this order.

export const kOfChannels = [
  'cost',
  'leads',
  'customers',
  'fullCostCpl',
  'breakEvenCpl',
  'contribution',
  'roi',
  'profit',
] as const;
