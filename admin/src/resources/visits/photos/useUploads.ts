import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { uploadFile } from '../../imports/upload/upload.ts';
import { shrinkPhoto } from './shrink-photo.ts';

export interface Upload {
  key: string;
  name: string;
  preview: string;
  /** The attachment's id, once uploaded. */
  id?: string;
  /** Why the upload failed. */
  failure?: string;
}

const isPending = ({ id, failure }: Upload) => !id && !failure;

interface Uploads {
  uploads: readonly Upload[];
  isSending: boolean;
  add: (files: readonly File[], countyCode: string) => void;
  remove: (key: string) => void;
}

/** Photos are uploaded as soon as they are chosen; the form then only refers to them. */
export function useUploads(onIds: (ids: string[]) => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const latest = useRef(uploads);
  const running = useRef(new Map<string, AbortController>());

  const put = (next: readonly Upload[]) => {
    latest.current = next;
    setUploads(next);
    onIds(next.flatMap(({ id }) => id ?? []));
  };
  const finish = (key: string, result: Pick<Upload, 'id' | 'failure'>) => {
    running.current.delete(key);
    put(latest.current.map((upload) => (upload.key === key ? { ...upload, ...result } : upload)));
  };
  const send = async (key: string, file: File, countyCode: string) => {
    const abort = new AbortController();
    running.current.set(key, abort);
    try {
      const photo = await shrinkPhoto(file);
      finish(key, { id: await uploadFile(photo, countyCode, () => {}, abort.signal) });
    } catch (error) {
      const failure = error instanceof Error ? error.message : 'ra.notification.http_error';
      if (!abort.signal.aborted) finish(key, { failure });
    }
  };

  useEffect(
    () => () => {
      for (const abort of running.current.values()) abort.abort();
      for (const { preview } of latest.current) URL.revokeObjectURL(preview);
    },
    [],
  );

  return {
    uploads,
    isSending: uploads.some(isPending),
    add: (files, countyCode) => {
      const fresh = files.map((file) => ({ key: v7(), name: file.name, preview: URL.createObjectURL(file) }));
      put([...latest.current, ...fresh]);
      fresh.forEach(({ key }, at) => {
        const file = files[at];
        if (file) void send(key, file, countyCode);
      });
    },
    remove: (key) => {
      running.current.get(key)?.abort();
      running.current.delete(key);
      const gone = latest.current.find((upload) => upload.key === key);
      if (gone) URL.revokeObjectURL(gone.preview);
      put(latest.current.filter((upload) => upload.key !== key));
    },
  };
}
