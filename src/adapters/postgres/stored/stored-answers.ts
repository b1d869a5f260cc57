import { z } from 'zod';
import type { OfferShape } from './values';
import { storedCodec } from './codec';
import { formerOffer, formerWindow, newestOffer, newestWindow } from './values';

/** The shapes of answers: those with more members before those with some of them. */
function shapesOf(offer: OfferShape) {
  const version = z.object({ id: z.string(), version: z.int() });
  return {
    license: version.extend({ offers: z.array(offer) }),
    contract: version.extend({ licenses: z.array(version).exactOptional() }),
    saved: version,
    titles: z.object({ assigned: z.array(version) }),
    licenses: z.object({ closed: z.array(version) }),
    reopened: z.object({ reopened: z.array(version) }),
    changed: z.object({ changed: z.array(version) }),
    import: z.object({ importId: z.string(), revision: z.int() }),
    export: z.object({ exportId: z.string() }),
  };
}

const former = shapesOf(formerOffer(formerWindow));
const second = shapesOf(formerOffer(newestWindow));
const newest = shapesOf(newestOffer);

type Shapes = typeof newest;

/** The names of the shapes. */
export type AnswerShape = keyof Shapes;

/** An answer of a shape. */
export type AnswerOf<Shape extends AnswerShape> = z.output<Shapes[Shape]>;

/** Answers to commands of one shape, `commands.result`. */
export function answersOf(shape: AnswerShape) {
  return storedCodec<AnswerOf<AnswerShape>>(former[shape], second[shape], newest[shape]);
}

/** Answers to commands of every shape. */
export const anyAnswers = storedCodec<AnswerOf<AnswerShape>>(
  z.union(Object.values(former)),
  z.union(Object.values(second)),
  z.union(Object.values(newest)),
);
