// How numbers are written in four regions.

/** What CLDR says: the narrow no-break space is U+202F, the no-break space U+00A0. */
export const kRegions = {
  'fr-FR': {
    currency: 'EUR',
    profit: '115\u202f000\u00a0€',
    cost: '5,42\u00a0€',
    roi: '+177\u00a0%',
    typed: '1\u202f234,5',
    field: '1\u202f234,5',
  },
  'fr-CA': {
    currency: 'CAD',
    profit: '115\u00a0000\u00a0$',
    cost: '5,42\u00a0$',
    roi: '+177\u00a0%',
    typed: '1\u00a0234,5\u00a0$',
    field: '1\u00a0234,5',
  },
  'en-US': {
    currency: 'USD',
    profit: '$115,000',
    cost: '$5.42',
    roi: '+177%',
    typed: '$1,234.50',
    field: '1,234.5',
  },
  'en-GB': {
    currency: 'GBP',
    profit: '£115,000',
    cost: '£5.42',
    roi: '+177%',
    typed: '£1,234.5',
    field: '1,234.5',
  },
};
