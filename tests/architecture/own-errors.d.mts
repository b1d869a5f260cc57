export const NO_OWN_INSTANCEOF: { readonly selector: string; readonly message: string };
export const BUNDLED: { readonly files: string[]; readonly ignores: string[] };
