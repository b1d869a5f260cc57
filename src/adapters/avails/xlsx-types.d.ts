import '@e965/xlsx';

/** What the library exports and its own types leave out. */
declare module '@e965/xlsx' {
  /** Reads a workbook from an archive that is unpacked already. */
  export function parse_zip(container: object, options: ParsingOptions): WorkBook;

  interface WorkBook {
    /** The parts of the archive, where `bookFiles` asked for them. */
    files?: Record<string, { content: Buffer }>;
  }
}
