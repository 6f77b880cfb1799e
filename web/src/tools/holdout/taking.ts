// The measured share goes into a channel of the plan: before and after are shown, and a press puts it there.
import { html, nothing, type TemplateResult } from 'lit';
import { type AmountFigure, type Document, kNoteLimit } from '../../../generated/contract';
import type { Estimate, Holdout } from '../../../generated/evidence';
import type { Results } from '../../engine/engine';
import { option, table } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { button } from '../../sharing/keeping';
import { whyLocked } from '../../view/locked';
import { channelResults, nameOf, told, type View } from '../../view/view';
import { capital } from '../../view/words';
import { regions } from './asking';
import { holdoutWords } from './words';

interface Measured {
  share: Estimate;
  planShare: Holdout['planShare'];
  /** Customers it was seen on. */
  cases?: number | undefined;
  /** Where it comes from. */
  note: string;
}

/** Nothing comes of a share that is not above nought, but nought itself, where that is wanted. */
function figureOf({ planShare = 0, cases, note }: Measured): AmountFigure {
  const amount = typeof planShare === 'number' ? { value: planShare } : planShare;
  return {
    ...amount,
    provenance: 'measured',
    note: note.slice(0, kNoteLimit),
    ...(cases !== undefined && cases >= 1 ? { n: cases } : {}),
  } as AmountFigure;
}

export function taking(view: View, measured: Measured): TemplateResult | typeof nothing {
  const say = holdoutWords(view);
  const { store, format } = view;
  const { channels } = store.scenario;
  const channel = channels.find(({ id }) => id === regions.of(view).channel) ?? channels[0];
  if (!channel) return nothing;
  const name = nameOf(view, channel.id);
  const document = withShare(view, channel.id, figureOf(measured));
  const evaluation = store.engine.evaluate(document, store.question.believe);
  if (!evaluation.ok)
    return html`<p class="wrongly">${evaluation.errors.slice(0, 1).map((error) => errorWords(view, error))}</p>`;
  const after = evaluation.value.scenarios[store.at];
  const put = () => {
    const error = store.takeOver(document, store.at);
    view.outside.say(error ? errorWords(view, error) : say.done(name));
  };
  const press =
    measured.planShare === undefined
      ? say.putNought(name)
      : say.put(format.told(Math.min(measured.share.value, 1), 'rate'), name);
  const locked = whyLocked(view, document);
  return html`<section aria-label=${say.plan}>
    <h3>${say.plan}</h3>
    ${option({
      label: say.into,
      chosen: channel.id,
      options: channels.map(({ id }) => [id, nameOf(view, id)] as const),
      choose: (id) => regions.update(view, { channel: id }),
    })}
    ${beforeAndAfter(view, channelResults(view, channel.id), after?.channels.find(({ id }) => id === channel.id)?.results)}
    <p>${locked ?? button(press, put)}</p>
  </section>`;
}

function withShare({ store }: View, channel: string, incrementalShare: AmountFigure): Document {
  const scenario = store.scenario;
  const channels = scenario.channels.map((one) =>
    one.id === channel ? { ...one, incrementalShare } : one,
  );
  return {
    ...store.document,
    scenarios: store.document.scenarios.toSpliced(store.at, 1, {
      ...scenario,
      channels: channels as typeof scenario.channels,
    }),
  };
}

function beforeAndAfter(
  view: View,
  before: Results | undefined,
  after: Results | undefined,
): TemplateResult {
  const say = holdoutWords(view);
  const shown = (metric: 'incrementalShare' | 'incrementalCustomers' | 'roi', of?: Results) =>
    of ? told(view, metric, of[metric]) : view.text.results.undefinedMark;
  return table({
    caption: say.plan,
    columns: ['', say.before, say.after],
    rows: (['incrementalShare', 'incrementalCustomers', 'roi'] as const).map((metric) => [
      capital(view.labels[metric]),
      shown(metric, before),
      shown(metric, after),
    ]),
  });
}
