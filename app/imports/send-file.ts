/** How long sending a file may take, in milliseconds: 5 MB through a slow line. */
const DEADLINE = 120_000;

export interface FileToSend {
  /** One per chosen file: however often it is sent, it is one import. */
  readonly importId: string;
  readonly file: File;
}

/**
 * Sends a file to be imported and tells how many of its bytes are on their way; `fetch` could not tell that.
 *
 * @returns `null` when it has arrived, else why not, as a sentence
 */
export function sendFile(
  { importId, file }: FileToSend,
  onProgress: (sent: number) => void,
): Promise<string | null> {
  const search = new URLSearchParams({ importId, fileName: file.name });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/imports/upload?${search.toString()}`);
    request.timeout = DEADLINE;
    request.upload.onprogress = ({ loaded }) => {
      onProgress(loaded);
    };
    request.onload = () => {
      resolve(request.status === 201 ? null : sentence(request));
    };
    request.onerror = request.ontimeout = () => {
      resolve(NO_ANSWER);
    };
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

/** The refusal that the server wrote for people; anything else means nothing to them. */
function sentence(request: XMLHttpRequest): string {
  const isForPeople = request.getResponseHeader('content-type')?.startsWith('text/plain') ?? false;
  return isForPeople ? request.responseText.trim() : NO_ANSWER;
}

const NO_ANSWER = 'The server did not answer. Retrying is safe: only one import will be created.';
