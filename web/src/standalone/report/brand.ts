// The agency's own: a logo and a colour at the head of the report. Both are of this visit and this page:
// no plan, link or file holds them, and nothing of them is sent.
import { css, html, nothing, type TemplateResult } from 'lit';
import { button } from '../../sharing/keeping';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { pageWords } from '../words/index';

export const brandLayout = css`
  .brand {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s5);
    margin-top: var(--s3);
  }
  .brand img {
    max-width: calc(8 * var(--unit));
    height: calc(2 * var(--unit));
    object-fit: contain;
  }
  .brand ~ .note {
    margin-top: var(--s2);
  }
  .report .branded {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: var(--s5);
  }
  .report .branded img {
    flex: none;
    max-width: 55mm;
    height: 14mm;
    object-fit: contain;
    object-position: right top;
  }
`;

/** As it is chosen; decoded, so that it is there as soon as it is printed. */
const brand = ownState<{ logo?: HTMLImageElement | undefined; colour?: string | undefined }>({});

const kTypes = ['image/png', 'image/jpeg', 'image/svg+xml'];
const kMostBytes = 1 << 20;
/** Of the rule under the head, until a colour is chosen. */
const kInk = '#1c1b19';

export const colourOf = (view: View): string | undefined => brand.of(view).colour;

/** An SVG in an image runs no script, and fetches nothing. */
async function readLogo(file: File): Promise<HTMLImageElement | undefined> {
  if (!kTypes.includes(file.type) || file.size > kMostBytes) return undefined;
  const logo = new Image();
  logo.src = URL.createObjectURL(file);
  try {
    await logo.decode();
    return logo;
  } catch {
    URL.revokeObjectURL(logo.src);
    return undefined;
  }
}

async function choose(view: View, file: File): Promise<void> {
  const say = pageWords(view).report.brand;
  const logo = await readLogo(file);
  if (logo) take(view, { logo });
  view.outside.say(logo ? say.chosen : say.refused, !logo);
}

/** In the place of what was there. */
function take(
  view: View,
  change: { logo?: HTMLImageElement | undefined; colour?: string | undefined },
) {
  const { logo } = brand.of(view);
  if (logo && 'logo' in change) URL.revokeObjectURL(logo.src);
  brand.update(view, change);
}

export function brandFields(view: View): TemplateResult {
  const say = pageWords(view).report.brand;
  const { logo, colour } = brand.of(view);
  const ask = ({ target }: Event) =>
    (target as HTMLElement).parentElement?.querySelector<HTMLElement>('[type="file"]')?.click();
  const chosen = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) choose(view, file);
    input.value = '';
  };
  const paint = ({ target }: Event) => take(view, { colour: (target as HTMLInputElement).value });
  const clear = () => {
    take(view, { logo: undefined, colour: undefined });
    view.focusLater('.brand button');
  };
  return html`<div class="brand">
      ${logo ? html`<img src=${logo.src} alt=${say.logo} />` : nothing}
      ${button(say.choose, ask)}
      <input type="file" name="logo" hidden accept=${kTypes.join()} @change=${chosen} />
      <label>${say.colour} <input type="color" name="report-colour" .value=${colour ?? kInk} @change=${paint} /></label>
      ${logo || colour ? button(say.none, clear) : nothing}
    </div>
    <p class="note">${say.note}</p>`;
}

/** The title with the logo at its other end: in print the very image that is there already. */
export function branded(view: View, title: TemplateResult, isPrinted: boolean): TemplateResult {
  const { logo } = brand.of(view);
  if (!logo) return title;
  const alt = view.store.document.report?.author ?? '';
  logo.alt = alt;
  return html`<div class="branded">${title} ${isPrinted ? logo : html`<img src=${logo.src} alt=${alt} />`}</div>`;
}
