import type { Browser, Locator, Page } from '@playwright/test';
import type { AppServer } from '../app-server';
import type { BenchCluster } from '../cluster';
import type { Measurement } from '../report';
import { addDays, isoDate } from '../../../src/domain/values/date-range';
import { startApp } from '../app-server';
import { signedIn, withBrowser } from '../browser';
import { loadLicenses } from '../catalog';
import { median, percentile, rounded } from '../figures';

/** How much slower than this machine the browser is made. */
const SLOWER = 4;
const ROUNDS = 5;
/** Pointer moves and turns of the wheel in one round, each drawn before the next. */
const MOVES = 120;
const DAYS = { offerDays: 5, gapDays: 2 };

/**
 * How a license of 5,000 offers and a list of 5,000 licenses with 8 offers each behave in a Chromium whose processor is slowed
 * down: from the first byte until the page can be used, from a move of the pointer or of the wheel until it is painted, and how
 * many nodes there are.
 */
export async function measureScreens(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('screens');
  const today = isoDate(new Date().toISOString().slice(0, 10));
  const [license = ''] = await loadLicenses(url, {
    ...{ batch: 'Long', licenses: 1, offersEach: 5_000, ...DAYS },
    // Its offers are before and after today.
    from: addDays(today, -2_500 * (DAYS.offerDays + DAYS.gapDays)),
  });
  await loadLicenses(url, {
    ...{ batch: 'Slate', licenses: 5_000, offersEach: 8, offerDays: 60, gapDays: 30 },
    from: addDays(today, -200),
  });
  const app = await startApp(url);
  try {
    return await withBrowser(async (browser) => [
      ...(await measured(browser, app, {
        name: 'license of 5,000 offers',
        path: `/licenses/${license}`,
        frame: 'from a move of the pointer that drags an offer until it is painted',
        act: dragged,
      })),
      ...(await measured(browser, app, {
        name: 'list of 5,000 licenses × 8 offers',
        path: '/licenses',
        frame: 'from a turn of the wheel until it is painted',
        act: scrolled,
      })),
    ]);
  } finally {
    await app.stop();
  }
}

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What the times of the frames are. */
  readonly frame: string;
  readonly act: (page: Page) => Promise<void>;
}

async function measured(browser: Browser, app: AppServer, screen: Screen): Promise<Measurement[]> {
  const rounds = [];
  // The first is of a server that has not answered yet.
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await seen(browser, app, screen));
  const counted = rounds.slice(1);
  const line = (
    name: string,
    unit: string,
    atMost: number,
    figureOf: (round: Seen) => number,
  ): Measurement => {
    const figures = counted.map(figureOf).map(rounded);
    return {
      ...{ name: `${screen.name}: ${name}`, figure: median(figures), unit },
      ...{ goal: { atMost }, rounds: figures },
    };
  };
  const worked = rounded(median(counted.map(({ processor }) => processor)));
  return [
    {
      ...line('from the first byte until it can be used', 'ms', 1_000, ({ usable }) => usable),
      note: `${worked} ms of processor time in its main thread, which a busy machine lengthens less`,
    },
    line(`${screen.frame}, p95`, 'ms', 50, ({ frames }) => percentile(frames, 0.95)),
    line('most nodes', 'nodes', 2_000, ({ nodes }) => nodes),
  ];
}

/** One visit of a page. */
interface Seen {
  /** From the first byte until every control answers and is painted, in milliseconds. */
  readonly usable: number;
  /** Processor time of the page's main thread until then, slowed down likewise, in milliseconds. */
  readonly processor: number;
  /** From each input until it is painted, with the wait for the next frame, in milliseconds. */
  readonly frames: readonly number[];
  readonly nodes: number;
}

/** What the page keeps while it is looked at. */
interface Kept {
  usable?: number;
  frames: number[];
}

declare global {
  interface Window {
    kept?: Kept;
  }
}

async function seen(browser: Browser, app: AppServer, { path, act }: Screen): Promise<Seen> {
  const context = await signedIn(browser, app);
  try {
    const page = await context.newPage();
    await page.addInitScript(keep);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${app.address}${path}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.kept?.usable !== undefined);
    const { metrics } = await session.send('Performance.getMetrics');
    await page.waitForLoadState('networkidle');
    const before = await nodesOf(page);
    await act(page);
    const after = await nodesOf(page);
    const kept = await page.evaluate(() => window.kept);
    return {
      usable: kept?.usable ?? Infinity,
      processor: (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Infinity) * 1_000,
      frames: kept?.frames ?? [],
      nodes: Math.max(before, after),
    };
  } finally {
    await context.close();
  }
}

function nodesOf(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** Runs in the page: notes when its controls answer, and how long each input takes until it is painted. */
function keep(): void {
  const kept: Kept = { frames: [] };
  window.kept = kept;
  const answers = (control: Element) =>
    Object.keys(control).some((key) => key.startsWith('__reactProps$'));
  const look = () => {
    const controls = [...document.querySelectorAll('main button, main input:not([type=hidden])')];
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (document.readyState === 'loading' || controls.length === 0 || !controls.every(answers))
      requestAnimationFrame(look);
    else afterPaint(() => (kept.usable = performance.now() - (entry?.responseStart ?? 0)));
  };
  /** A message is delivered after the frame that is being made is painted. */
  const afterPaint = (act: () => void) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      port2.postMessage(null);
    });
  };
  let isFrameOpen = false;
  const note = () => {
    if (isFrameOpen) return;
    isFrameOpen = true;
    const began = performance.now();
    afterPaint(() => {
      isFrameOpen = false;
      kept.frames.push(performance.now() - began);
    });
  };
  for (const input of ['pointermove', 'scroll'])
    document.addEventListener(input, note, { capture: true, passive: true });
  requestAnimationFrame(look);
}

/** Drags an offer in the middle of the timeline to and fro. */
async function dragged(page: Page): Promise<void> {
  const bars = page.getByRole('grid', { name: /^Offers of/ }).getByRole('gridcell', {
    name: /^Offer /,
  });
  const bar = bars.nth(Math.floor((await bars.count()) / 2));
  const { x, y } = await middleOf(bar);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 0; move < MOVES; move += 1)
    await page.mouse.move(x + 150 * Math.sin(move / 8) + 5, y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function middleOf(bar: Locator) {
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (box === null) throw new Error('There is no offer to drag.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Scrolls down and up again by the wheel. */
async function scrolled(page: Page): Promise<void> {
  await page.mouse.move(700, 600);
  for (let turn = 0; turn < MOVES; turn += 1)
    await page.mouse.wheel(0, turn < MOVES / 2 ? 60 : -60);
}
