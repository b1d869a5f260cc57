import 'server-only';
import { FileTooLarge, MAX_FILE } from '../../src/domain/import/import-errors';

/**
 * The whole body of a request, read piece by piece and no further than the largest file there may be: whatever a sender says
 * of its length.
 *
 * @throws FileTooLarge
 */
export async function sentFile(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE) throw new FileTooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop stops the sender.
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > MAX_FILE) throw new FileTooLarge();
    pieces.push(piece);
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.byteLength;
  }
  return whole;
}
