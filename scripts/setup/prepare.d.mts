/** Builds the app into `distDir` unless what is there was made from these very sources. */
export function prepareBuild(options: {
  /** Where the log of the build goes. */
  readonly dataDir: string;
  readonly distDir: string;
  readonly say: (line: string) => void;
}): Promise<void>;
