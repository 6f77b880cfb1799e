// For a page that shows embed.html in frames: gives each the height it asks for. No module, so
// that site builders take it. A message counts only if it comes from a frame of this page that shows
// embed.html, and from its address; a sandboxed frame has no origin to check.
addEventListener('message', ({ data, origin, source }) => {
  if (data?.roi !== 1 || data.type !== 'height') return;
  const { height } = data;
  if (typeof height !== 'number' || !(height > 0 && height < 1e5)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source) continue;
    const shown = new URL(frame.src, location.href);
    const isOurs = shown.pathname.endsWith('/embed.html');
    if (isOurs && (origin === 'null' || origin === shown.origin))
      frame.height = String(Math.ceil(height));
  }
});
