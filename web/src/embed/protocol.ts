// What embed.html and the page around it tell each other. Version 1:
//   frame -> host   { roi: 1, type: 'height', height }       pixels; whenever it changes
//                   { roi: 1, type: 'ready', preset, answer? }   the first answer is shown, and
//                                                            each that a changed address asked for
//                   { roi: 1, type: 'change', profitable, preset, answer? }   the visitor changed
//                                                            something
//                   { roi: 1, type: 'goal', attained, goal? } the goal came to be attained or missed
//                   { roi: 1, type: 'export', file }          the visitor saved a file: its name and
//                                                            type, and nothing of what is in it
//                   { roi: 1, type: 'error', failure }        something of the address was refused
//                   { roi: 1, type: 'cta', lead, asked? }     the visitor handed the plan over, or the host
//                                                            asked what that would be, by this number
//                   { roi: 1, type: 'progress', progress }    how far the visitor came, if the address
//                                                            states progress=1
//   host -> frame   { roi: 1, type: 'hand-over', asked? }     what would be handed over? The answer has the
//                                                            number of the question
// `preset` names the example that is shown as it stands; it is `own` once the visitor changed it.
// `answer`, `goal` and `lead` hold figures: they are sent only where the frame's address names the host's
// origin (`parent=https://…`), and to that origin alone, and so is `progress`. A host says nothing but the
// address, which may hold a plan (`s=`) and a brief (`brief=`), packed as shared links are, and asks nothing but
// this. With `cta=Call%20me` the frame has a button of these words under its verdict, by which the visitor hands
// the plan over, as by a brief's call to action.
import type { RoiAnswer, RoiExport, RoiFailure, RoiGoal, RoiLead, RoiProgress } from './api';

export type FrameMessage = { roi: 1 } & (
  | { type: 'height'; height: number }
  | { type: 'ready'; preset: string; answer?: RoiAnswer }
  | { type: 'change'; profitable: boolean; preset: string; answer?: RoiAnswer }
  | { type: 'goal'; attained: boolean; goal?: RoiGoal }
  | { type: 'export'; file: RoiExport }
  | { type: 'error'; failure: RoiFailure }
  | { type: 'cta'; lead: RoiLead; asked?: number | undefined }
  | { type: 'progress'; progress: RoiProgress }
);

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;

export function isFrameMessage(data: unknown): data is FrameMessage {
  if (!isObject(data) || data.roi !== 1) return false;
  if (data.type === 'height') return typeof data.height === 'number';
  if (data.type === 'error')
    return isObject(data.failure) && typeof data.failure.message === 'string';
  return typeof data.type === 'string';
}

/** Attributes that the frame's address may state, by the same names. */
export const kFrameAttributes = ['lang', 'currency', 'preset', 'mode', 'theme'] as const;

/** Custom properties that the frame's address may state, as `accent=%230050a0`. */
export const kFrameStyles = ['accent', 'paper', 'ink', 'sans', 'serif', 'radius'] as const;
