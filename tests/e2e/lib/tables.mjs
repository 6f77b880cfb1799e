// Tables of channels as spreadsheets and platforms write them.

/** As a French spreadsheet puts cells on the clipboard. */
export const kFrench = [
  'Canal\tDépense publicitaire (€)\tImpressions\tTaux de clics\tAbonnés\tCoût par abonné',
  'Facebook\t1\u202f234,50 €\t120\u00a0000\t1,2 %\t85\t14,52 €',
  'LinkedIn\t2 300\t40 000\t0,8 %\t42\t54,76 €',
  'Salon\t900\t\t—\t60\t15 €',
  'Total\t4 434,50 €\t160 000\t\t187\t23,71 €',
  '',
].join('\r\n');

/** As an advertising platform exports it, opened in an English spreadsheet. */
export const kEnglish = [
  'Campaign\tCost\tImpr.\tClicks\tCTR\tConversions\tCost / conv.',
  'Search, brand\t$1,234.50\t120,000\t1,440\t1.2%\t85\t$14.52',
  'Search, rest\t$2,300.00\t40,000\t320\t0.8%\t42\t$54.76',
].join('\n');

/** Of the example: one in ten becomes a customer, who is worth 150. */
export const roiOf = (cost, leads) => (leads * 0.1 * 150 - cost) / cost;

/** Exports as platforms and spreadsheets write them, and what must be asked before they are taken. */
export const kAsked = [
  {
    what: 'totals by kind of campaign',
    text: `Campaign report
1 September 2026 - 30 September 2026
Campaign,Campaign type,Cost,Impr.,Clicks,Conversions
Brand,Search,930.00,"12,400",620,62
Film,Video,540.00,"50,000",250,36
Total: Search campaigns,,930.00,"12,400",620,62
Total: Video campaigns,,540.00,"50,000",250,36
Total: Account,,"1,470.00","62,400",870,98`,
    answers: [['sums', 'Leave them out']],
    cost: 930 + 540,
    leads: 62 + 36,
  },
  {
    what: 'budgets beside costs, states beside names, -- where nothing is known',
    text: `Campaign status,Campaign,Budget,Budget name,Currency code,Campaign type,Impr.,Conversions,Conv. rate,Cost
Enabled,Brand,40.00, --,EUR,Search,"12,400",31.00,5.00%,930.00
Paused,Film,25.00, --,EUR,Video,"50,000", --, --,540.00
Total: Search,,,,EUR,,"12,400",31.00,5.00%,930.00`,
    answers: [['sums', 'Leave them out']],
    names: ['Brand', 'Film'],
    costs: ['930', '540'],
    leadTexts: ['31', ''],
  },
  {
    what: 'a nameless row of everything',
    text: `Reporting starts,Campaign name,Results,Amount spent (EUR),Ad set budget
2026-09-01,,90,2000,
2026-09-01,Parents,60,1200,Using ad set budget
2026-09-01,Fair,30,800,40`,
    answers: [['sums', 'Leave them out']],
    cost: 2000,
    leads: 90,
  },
  {
    what: 'one total of several campaigns',
    text: `Campaign name,Campaign Budget,Cost,Impressions,Conversions
Autumn,50.00,700.00,150000,35
Fair,30.00,300.00,60000,10
Total of 2 campaigns,-,1000.00,210000,45`,
    answers: [['sums', 'Leave them out']],
    cost: 1000,
    leads: 45,
  },
  {
    what: 'days of two campaigns',
    text: `Day,Campaign,Cost,Conversions
2026-09-01,Brand,100,4
2026-09-01,Rest,80,2
2026-09-02,Brand,110,5
2026-09-02,Rest,70,1`,
    answers: [['twice', 'Each is a channel']],
    cost: 360,
    leads: 12,
  },
  {
    what: 'two columns that may be the leads',
    text: `Campaign Performance Report (in UTC)
Account: Shop
Date Generated: 10/02/2026, 8:10 AM

Start Date (in UTC),Account Name,Campaign Name,Currency,Total Spent,Impressions,Conversions,Leads,Cost per Lead
09/01/2026,Shop,"DRH, France",EUR,"1,234.50",40000,0,21,58.79
09/01/2026,Shop,Trainers,EUR,765.50,21000,0,9,85.06`,
    answers: [['rivals', 'Leads']],
    names: ['DRH, France', 'Trainers'],
    cost: 2000,
    leads: 30,
  },
  {
    what: 'thousands with points',
    text: 'Campaign;Impressions;Cost;Leads\nBrand;120.000;2.300;42\nRest;40.000;1.750;31',
    answers: [['marks', '120,000']],
    cost: 4050,
    leads: 73,
  },
  {
    what: 'thousands with commas, in French',
    lang: 'fr',
    text: 'Campaign,Impr.,Cost,Conversions\nBrand,"120,000","2,300",42\nRest,"40,000","1,750",31',
    answers: [['marks', '120\u202f000']],
    cost: 4050,
    leads: 73,
  },
  {
    what: 'rates as parts of 1',
    text: 'Channel,Cost,Clicks,Conversion rate,Close rate\nSocial,1200,800,0.025,0.1\nSearch,800,400,0.05,0.2',
    answers: [
      ['fractions', '0.025 = 2.5%'],
      ['fractions', '0.1 = 10%'],
    ],
    cost: 2000,
    leads: 800 * 0.025 + 400 * 0.05,
    roi: ((20 * 0.1 + 20 * 0.2) * 150 - 2000) / 2000,
  },
  {
    what: 'another currency in a heading, and beside figures',
    text: 'Campaign,Amount spent (USD),Leads\nBrand,"$1,234.50",42\nRest,$800.00,31',
    answers: [['currency', 'Take the figures']],
    cost: 2034.5,
    leads: 73,
  },
  {
    what: 'comments above and a grand total below, of visits alone',
    text: `# -------------
# Traffic acquisition
# Start date: 20260901
Session primary channel group (Default channel group),Sessions,Engaged sessions,Session key event rate,Total revenue
Organic Search,4200,2310,0.02,0
Email,600,426,0.05,0
Grand total,4800,2736,0.0255223880597015,0`,
    answers: [],
    names: ['Organic Search', 'Email'],
    costs: ['', ''],
    leadTexts: ['', ''],
  },
  {
    what: 'quotes that hold a part of a name, and separators within quotes',
    text: 'Campaign\tCost\tLeads\n"Open house" day\t1200\t60\n"Fair; Lyon"\t800\t20',
    answers: [],
    names: ['"Open house" day', 'Fair; Lyon'],
    cost: 2000,
    leads: 80,
  },
];
