// What translators and extensions do to the texts of a calculator. Lit writes into the very nodes it
// made: one that was replaced or wrapped would keep the figure of before for good. So it is taken back
// before each drawing. What is drawn may be translated anew, which draws nothing: there is no loop.

const kTexts = { childList: true, characterData: true, characterDataOldValue: true, subtree: true };

export class ForeignEdits {
  private records: MutationRecord[] = [];
  private readonly observer = new MutationObserver((records) => this.records.push(...records));

  /** Draws what is ours as we left it, and watches it from then on. */
  aside(root: ParentNode, draw: () => void): void {
    const foreign = [...this.records.splice(0), ...this.observer.takeRecords()];
    for (const record of foreign.reverse()) takeBack(record);
    draw();
    const drawn = root.querySelector('.live');
    if (drawn) this.observer.observe(drawn, kTexts);
    this.observer.takeRecords();
  }
}

function takeBack(record: MutationRecord): void {
  const { type, target, oldValue, addedNodes, removedNodes, nextSibling } = record;
  if (type === 'characterData') (target as CharacterData).data = oldValue ?? '';
  for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
  const before = nextSibling?.parentNode === target ? nextSibling : null;
  for (const node of removedNodes) target.insertBefore(node, before);
}
