export function rotateLog(
  file: string,
  limits?: { readonly maxBytes?: number; readonly maxParts?: number },
): void;
