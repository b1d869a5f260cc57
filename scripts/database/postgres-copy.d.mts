export function copyOfPackage(installed: string, cache?: string): string;
