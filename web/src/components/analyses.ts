// What the analyses show once they are opened. Loaded after the first answer.
import type { TemplateResult } from 'lit';
import { comparing } from './comparing';
import { influence } from './influence';
import { overTime } from './overtime';
import { splitting } from './splitting';
import { sureness } from './sureness';
import type { Analysis, View } from './view';

export { seekForGoal, seekForm } from './seeking';

const kContents: Record<Analysis, (view: View) => TemplateResult> = {
  sure: sureness,
  influence,
  time: overTime,
  changed: comparing,
  split: splitting,
};

export const analysis = (view: View, section: Analysis): TemplateResult => kContents[section](view);
