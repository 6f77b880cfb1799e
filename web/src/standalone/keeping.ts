// Where a page of our own lets the plan go: besides link and files, a page, a workbook, paper; and
// what this device remembers.
import { html, nothing, type TemplateResult } from 'lit';
import type { PageText } from '../persistence/saved';
import { button, filesWay, linkWay, way, waysOut } from '../sharing/keeping';
import { fetchIt } from '../view/evidence';
import type { View } from '../view/view';
import { plainReport, stateOf } from './report/report';
import { pageWith } from './saved-page';
import { pageWords } from './words/index';
import { kWorkbookType } from './workbook/ooxml';
import { spreadsheet } from './workbook/workbook';

export function keepingPanel(view: View): TemplateResult {
  const say = pageWords(view).keeping;
  const { address, page, keeper } = view.outside;
  const workbook = button(say.workbook, () => saveWorkbook(view));
  return waysOut(
    view,
    html`${address === undefined ? nothing : linkWay(view, address)}
      ${page === undefined ? nothing : pageWay(view, page)}
      ${filesWay(view, [workbook], say.tableNote)} ${reportWay(view)}
      ${keeper.memory === 'none' ? nothing : deviceWay(view)}`,
    say.stored,
  );
}

function pageWay(view: View, page: PageText): TemplateResult {
  const say = pageWords(view).keeping;
  return way(say.page, [button(say.savePage, () => savePage(view, page))], say.pageNote);
}

async function savePage(view: View, page: PageText): Promise<void> {
  const { download, keeper, say: announce } = view.outside;
  const { document } = view.store;
  const say = pageWords(view).keeping;
  const state = stateOf(view);
  const report = plainReport(view, pageWords(view).report.needsScript).outerHTML;
  try {
    download(pageWith(await page(), state, report), 'roi-calculator.html', 'text/html');
    keeper.keep(document);
    announce(say.pageSaved);
  } catch {
    announce(say.pageNotSaved);
  }
}

/** A table leaves things out, so that the plan is not kept by it. */
async function saveWorkbook(view: View): Promise<void> {
  const asks = asksOfEvidence(view);
  const ask = asks ? await fetchIt(view) : undefined;
  const say = pageWords(view).keeping;
  const file = spreadsheet(view, ask);
  if (file) view.outside.download(file, 'roi.xlsx', kWorkbookType);
  const saved = asks && !ask ? say.workbookWithout : say.workbookSaved;
  view.outside.say(file ? saved : say.workbookTooLarge);
}

/** Whether a scenario follows KPIs, or says what reports take. */
const asksOfEvidence = ({ store }: View): boolean =>
  store.document.scenarios.some(
    ({ scorecard, reporting }) => reporting !== undefined || scorecard?.kpis?.length,
  );

function reportWay(view: View): TemplateResult {
  const say = pageWords(view).keeping;
  const prepare = () => {
    view.update({ panel: 'report' });
    view.focusLater('.keeping h2');
  };
  return way(say.report, [button(say.prepare, prepare)], say.reportNote);
}

// This device

function deviceWay(view: View): TemplateResult {
  const say = pageWords(view).keeping;
  const { keeper, say: announce } = view.outside;
  const toggle = (event: Event) => {
    const box = event.target as HTMLInputElement;
    if (!box.checked) {
      keeper.forget();
      announce(say.forgotten);
    } else if (keeper.remember()) announce(say.remembered);
    else {
      box.checked = false;
      announce(say.cannotRemember);
    }
  };
  if (keeper.memory === 'visiting') return way(say.device, visitingActs(view), say.visiting);
  const box = html`<label><input type="checkbox" name="remember" .checked=${keeper.memory === 'on'}
    @change=${toggle} />${say.remember}</label>`;
  return way(say.device, [box], say.deviceNote);
}

function visitingActs(view: View): TemplateResult[] {
  const say = pageWords(view).keeping;
  const { keeper, say: announce } = view.outside;
  const rememberThis = () => announce(keeper.remember() ? say.remembered : say.cannotRemember);
  const back = () => {
    const own = keeper.remembered();
    if (!own || view.store.replace(own.document)) announce(say.unread);
    else rememberThis();
  };
  return [button(say.backToOwn, back), button(say.rememberThis, rememberThis)];
}

export const unreadWords = (view: View): string => pageWords(view).keeping.unread;

export const cannotRememberWords = (view: View): string => pageWords(view).keeping.cannotRemember;
