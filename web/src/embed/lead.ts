// What a visitor hands over: the verdict in words, its figures, a link that opens the plan, and the plan.
import type { ResultMetric } from '../../generated/metrics';
import { leftOut, writtenVerdict } from '../answer/results';
import { linkTo } from '../sharing/keeping';
import { resultOf, told, type View } from '../view/view';
import { capital } from '../view/words';
import type { RoiLead } from './api';

const kFigures: ResultMetric[] = [
  'roi',
  'profit',
  'cost',
  'leads',
  'customers',
  'fullCostCpl',
  'breakEvenCpl',
];

export async function leadOf(view: View): Promise<RoiLead> {
  const { labels, text, format, store } = view;
  const scenario = structuredClone(store.document);
  const verdict = verdictIn(view);
  const figures = kFigures.map((metric) => {
    const value = resultOf(view, metric, undefined);
    return { metric, label: capital(labels[metric]), text: told(view, metric, value), value };
  });
  const { address } = view.outside;
  const link = address && (await linkTo(view, address));
  const lines = figures.map(({ label, text: figure }) => `${label}${text.colon}${figure}`);
  return {
    lang: format.locale,
    verdict,
    figures,
    ...(link ? { link } : {}),
    text: [verdict, ...lines, ...(link ? [link] : [])].join('\n'),
    scenario,
  };
}

/** With what limits it, as it stands in the page. */
function verdictIn(view: View): string {
  const { store, text, format } = view;
  const { costs, back, lifetime } = writtenVerdict(view);
  const end = typeof store.result.total.roi === 'number' ? '.' : '';
  const believed =
    store.believed < 1 && text.verdict.believed(format.rough(store.believed, 'rate'));
  const without = store.result.leftOut.length > 0 && leftOut(view);
  return [`${costs} ${back}${lifetime}${end}`.trim(), without, believed].filter(Boolean).join(' ');
}
