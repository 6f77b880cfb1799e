// Charts are drawn as wide as they stand, in pixels of text of the usual size: so they grow with it.
import type { View } from './view';

/** Pixels, for which charts are drawn where nothing is known of text. */
const kUsual = 16;

const measured = new WeakSet<Element>();

export function measureCharts(host: HTMLElement & { view: () => View | undefined }): void {
  if (measured.has(host)) return;
  measured.add(host);
  const measure = () => {
    const place = host.shadowRoot?.querySelector('.verdict')?.getBoundingClientRect().width;
    const view = host.view();
    if (!place || !view) return;
    const unit = Number.parseFloat(getComputedStyle(host).fontSize) / kUsual;
    const chartWidth = Number((place / unit).toFixed(1));
    if (chartWidth !== view.ui.chartWidth) view.update({ chartWidth });
  };
  // Not within the report of the change, or what changes by it would be reported again at once.
  new ResizeObserver(() => requestAnimationFrame(measure)).observe(host);
}
