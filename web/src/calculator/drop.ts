// Files that are dropped on the calculator are opened.
import { later, loadDeferred } from '../view/deferred';
import type { Host } from './host';
import { isOwn } from './keys';

export function openWhatIsDropped(host: Host): void {
  host.addEventListener('dragover', (event) => {
    if (isOwn(host, event) && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  host.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    const view = host.view();
    if (files.length === 0 || !view || !isOwn(host, event)) return;
    event.preventDefault();
    loadDeferred().then(() => later()?.openFiles(view, files));
  });
}
