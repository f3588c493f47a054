import type { MouseEvent } from 'react';
import { Link, useCreatePath, useRecordContext } from 'react-admin';

interface RecordLinkProps {
  resource: string;
  /** Field of the record that is the link's text. */
  text: string;
  type?: 'show' | 'edit';
}

const stay = (event: MouseEvent) => event.stopPropagation();

/** A link in a clickable row: it can be focused by keyboard and opened in a new tab. */
export function RecordLink({ resource, text, type = 'show' }: RecordLinkProps) {
  const record = useRecordContext();
  if (!record) return null;
  return <PageLink resource={resource} id={String(record.id)} text={record[text]} type={type} />;
}

interface PageLinkProps {
  resource: string;
  id: string | undefined;
  text: string | undefined;
  type?: 'show' | 'edit';
}

/** The same for a record that the row refers to. */
export function PageLink({ resource, id, text, type = 'show' }: PageLinkProps) {
  const createPath = useCreatePath();
  if (!id) return <>{text ?? '—'}</>;
  return (
    <Link to={createPath({ resource, id, type })} onClick={stay}>
      {text}
    </Link>
  );
}
