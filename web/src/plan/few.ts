/** So many channels are drawn, and asked about, within a frame; of more, what can wait does while one types. */
export const kFewChannels = 6;
