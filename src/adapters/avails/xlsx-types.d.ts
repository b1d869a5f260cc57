import '@e965/xlsx';

/** Exports of the library that its own types omit. */
declare module '@e965/xlsx' {
  /** Reads a workbook from an unpacked archive. */
  export function parse_zip(container: object, options: ParsingOptions): WorkBook;

  interface WorkBook {
    /** The parts of the archive, with the option `bookFiles`. */
    files?: Record<string, { content: Buffer }>;
  }
}
