import type { TimelineModel } from '../model';
import type { PictureWords } from './timeline-svg';
import { timelineSvg } from './timeline-svg';

/** What becomes of a picture. */
export type PictureUse = 'svg' | 'png' | 'print';

/** Pixels of a PNG for each of the picture. */
const SHARPNESS = 2;

/**
 * Saves the whole timeline as a file, or prints it.
 *
 * @throws Error when the browser cannot draw it
 */
export async function savePicture(
  use: PictureUse,
  model: TimelineModel,
  words: PictureWords,
): Promise<void> {
  const svg = timelineSvg(model, words);
  if (use === 'print') return print(svg);
  const document = new Blob([svg], { type: 'image/svg+xml' });
  save(use === 'svg' ? document : await asPng(document), `${fileName(words.title)}.${use}`);
}

async function asPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * SHARPNESS;
    canvas.height = image.height * SHARPNESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The timeline could not be drawn.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Prints nothing but the picture: see `data-printed` in the style sheet. */
function print(svg: string): void {
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const sheet = document.createElement('div');
  sheet.dataset.printed = '';
  sheet.append(document.importNode(picture, true));
  document.body.append(sheet);
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
    },
    { once: true },
  );
  window.print();
}

function fileName(title: string): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'timeline';
}
