/** The place of a cell in the grid, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Of every row of the grid, with its border, in pixels. */
export const ROW_HEIGHT = 36;
