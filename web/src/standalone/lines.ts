// The questions that a page of our own asks below its answer, in their order.
import { budgetSplit } from '../tools/budget-split/line';
import { certainty } from '../tools/certainty/line';
import { changes } from '../tools/changes/line';
import { goalSeek } from '../tools/goal-seek/line';
import { influence } from '../tools/influence/line';
import { knowing } from '../tools/knowing/line';
import { payback } from '../tools/payback/line';
import { reforecast } from '../tools/reforecast/line';

export const lines = [
  certainty,
  influence,
  knowing,
  goalSeek,
  payback,
  reforecast,
  changes,
  budgetSplit,
];
