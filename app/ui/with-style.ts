import type { CSSProperties } from 'react';

/** Properties whose numbers are not pixels. */
const UNITLESS = new Set(['opacity', 'flexGrow']);

/**
 * Inline style for computed values, such as the position of a bar. The content security policy forbids style attributes in
 * markup, so the server renders a data attribute, which `PLACING_SCRIPT` applies before the first paint. In the browser it
 * is an ordinary style.
 */
export function withStyle(style: CSSProperties): {
  style?: CSSProperties;
  'data-style'?: string;
  suppressHydrationWarning?: boolean;
} {
  return typeof window === 'undefined'
    ? { 'data-style': textOf(style) }
    : { style, suppressHydrationWarning: true };
}

function textOf(style: CSSProperties): string {
  return Object.entries(style)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${kebab(name)}:${valueOf(name, value as string | number)}`)
    .join(';');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function valueOf(name: string, value: string | number): string {
  return typeof value === 'number' && value !== 0 && !UNITLESS.has(name)
    ? `${value}px`
    : String(value);
}

/**
 * Applies the styles in data attributes, now and as more of the page streams in. The browser tells of every element of a tree
 * that was added; what is inside one that was told of before has been placed with it.
 */
export const PLACING_SCRIPT = `(() => {
  const place = (element) => { element.style.cssText = element.dataset.style; };
  const placeAll = (node) => {
    if (!(node instanceof Element)) return;
    if (node.hasAttribute('data-style')) place(node);
    node.querySelectorAll('[data-style]').forEach(place);
  };
  new MutationObserver((records) => {
    const told = new Set();
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') placeAll(target);
      else for (const node of addedNodes) {
        if (!told.has(target)) placeAll(node);
        told.add(node);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-style'] });
})()`;
