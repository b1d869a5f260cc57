import type { DemoDeal } from './deal';
import { disney } from './disney';
import { foxgloveFilms } from './foxglove-films';
import { halcyonPictures } from './halcyon-pictures';
import { kestrelInternational } from './kestrel-international';
import { meridianAndVale } from './meridian-and-vale';
import { northlightStudios } from './northlight-studios';
import { obsidianLane } from './obsidian-lane';
import { paperLantern } from './paper-lantern';
import { tidewaterAnimation } from './tidewater-animation';

/** Every contract of the demo data: written for this project, about studios that do not exist but for the scenario's. */
export const demoDeals: readonly DemoDeal[] = [
  disney,
  ...halcyonPictures,
  ...northlightStudios,
  ...tidewaterAnimation,
  ...kestrelInternational,
  ...obsidianLane,
  ...foxgloveFilms,
  ...paperLantern,
  ...meridianAndVale,
];
