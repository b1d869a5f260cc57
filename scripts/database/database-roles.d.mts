export interface AppRole {
  readonly role: string;
  readonly password: string;
}

/** Makes the app's role on the server of `ownerUrl`, a superuser's address, or gives it this password again. */
export function makeAppRole(ownerUrl: string, role: AppRole): Promise<void>;

/** Gives the app's role what it needs in the database of `ownerUrl`, and takes whatever else it has been given. */
export function grantToApp(ownerUrl: string, role: string): Promise<void>;

/** The same server and database, as another role. */
export function asRole(url: string, role: AppRole): string;

/** The role that an address leads to. */
export function roleOf(url: string): Promise<string>;
