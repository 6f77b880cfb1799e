// The look of the pictures.
import { css } from 'lit';

export const chartLayout = css`
  svg {
    display: block;
    width: 100%;
    overflow: visible;
    font-family: var(--sans);
    font-variant-numeric: inherit;
  }
  .bar {
    fill: var(--bar);
  }
  .room {
    fill: var(--gain-soft);
  }
  .over {
    fill: var(--loss);
  }
  /* No margin counts: neither earned nor lost. */
  .room.neutral {
    fill: var(--line);
  }
  .over.neutral {
    fill: var(--edge);
  }
  .tick {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .axis {
    stroke: var(--line);
  }
  .bar,
  .room,
  .over {
    transition: width 0.2s ease, x 0.2s ease;
  }
  .at-once rect {
    transition: none;
  }
  svg text {
    fill: var(--ink);
    font-size: 14px;
  }
  svg text.scale {
    fill: var(--soft);
    font-size: 12px;
  }
  svg tspan {
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .bar,
    .room,
    .over {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
    .room {
      fill: Canvas;
      stroke: CanvasText;
    }
    .over {
      fill: Mark;
      stroke: CanvasText;
    }
    .tick {
      stroke: Highlight;
      stroke-width: 3;
    }
  }
  /* Names stay legible where a line runs behind them. */
  .chart text {
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
`;
