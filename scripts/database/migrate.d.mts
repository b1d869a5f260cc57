export interface MigrationSource {
  /** The folder that holds `schema.prisma` and `migrations`; the project's own by default. */
  readonly prismaFolder?: string;
}

export function migrate(url: string, source?: MigrationSource): Promise<string[]>;
