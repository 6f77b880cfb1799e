// "What changed?"
import type { Line } from '../../view/tool';

export const changes: Line = {
  id: 'changed',
  concerns: ({ store }) => store.document.scenarios.length > 1,
  question: ({ text }) => text.analyses.titles.changed,
};
