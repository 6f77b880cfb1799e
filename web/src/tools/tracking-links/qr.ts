// A link as a QR code: drawn in the page, and saved as SVG or PNG.
import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import { button } from '../../sharing/keeping';
import type { View } from '../../view/view';
import { linkWords } from './words';

/** The quiet zone of ISO/IEC 18004, in modules. */
const kQuiet = 4;
/** Of a PNG, in pixels a module: sharp on paper. */
const kScale = 16;

interface Code {
  size: number;
  /** The dark modules, as a path in units of one. */
  path: string;
}

/** Nothing where the link is longer than a code can hold. */
export function codeOf(url: string): Code | undefined {
  try {
    const { data, size } = encode(url, { ecc: 'M', border: kQuiet });
    const dark = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size, path: dark.join('') };
  } catch {
    return undefined;
  }
}

const svgOf = ({ size, path }: Code): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${8 * size}" height="${8 * size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;

export function qrCode(view: View, url: string, what: string): TemplateResult {
  const say = linkWords(view);
  const code = codeOf(url);
  if (!code) return html`<p class="wrongly">${say.qrTooLong}</p>`;
  const { size, path } = code;
  const saved = (content: BlobPart, name: string, type: string) => {
    view.outside.download(content, name, type);
    view.outside.say(say.qrSaved);
  };
  return html`<svg class="qr" role="img" aria-label=${say.qrOf(what)} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"></path><path fill="#000" d=${path}></path></svg>
    ${button('SVG', () => saved(svgOf(code), 'qr.svg', 'image/svg+xml'))}
    ${button('PNG', async () => saved(await painted(code), 'qr.png', 'image/png'))}`;
}

function painted({ size, path }: Code): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = kScale * size;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(kScale, kScale);
  pen.fillStyle = '#000';
  pen.fill(new Path2D(path));
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail()), 'image/png');
  });
}
