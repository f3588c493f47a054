import type { Socket } from 'node:net';
import { BootError } from '#platform/core/boot-error.ts';
import { formats, type TimeLimits } from './session-settings.ts';

/** The role that holds the rights of the application and owns nothing; see migrations/0000_roles.sql. */
export const appRole = 'bangfu_app';

/** A session that must not serve: its role has, or can assume, more rights than the application's. */
export class SessionRefused extends BootError {
  override readonly name = 'SessionRefused';
}

const forms = Object.keys(formats).join(', ');
const settings = `${forms}, statement_timeout, idle_in_transaction_session_timeout, lock_timeout`;

const faults = {
  POWERFUL: [
    `（或 ${appRole}）是超级用户，或可建角色、建库、复制、绕过行级安全`,
    `(or ${appRole}) is a superuser, or may create roles or databases, replicate or bypass row security`,
  ],
  MEMBER: ['可变为另一角色', 'may become another role'],
  OWNER: [
    `（或 ${appRole}）拥有数据库、表或其他对象`,
    `(or ${appRole}) owns a database, tables or other objects`,
  ],
  ASSUMED: ['不是登录时的角色', 'is not the role that signed in'],
  STRANGER: [`没有 ${appRole} 的权限`, `does not hold the rights of ${appRole}`],
  SETTINGS: [
    `的会话没有得到所要的设置（${settings}）：连接池丢弃了它们`,
    `did not get the settings asked for (${settings}): a pooler dropped them`,
  ],
} as const;
const unknown = ['的权限无法核实', 'could not be asked for its rights'] as const;

/** For migrations that were not allowed: whether the role of the application is at fault, and what mends it. */
export const appRoleCure = `select case
  when rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls then format(
    'ALTER ROLE %I NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS;', rolname)
  when exists (select from pg_catalog.pg_shdepend d where d.refclassid = 'pg_catalog.pg_authid'::regclass
    and d.deptype = 'o' and d.refobjid = r.oid) then format('REASSIGN OWNED BY %I TO …;', rolname)
  else (select format('REVOKE %I FROM %I;', o.rolname, r.rolname) from pg_catalog.pg_auth_members m
    join pg_catalog.pg_roles o on o.oid = m.roleid where m.member = r.oid limit 1) end as cure
  from pg_catalog.pg_roles r where rolname = '${appRole}'`;

/**
 * One row of one text: the role in force and what speaks against it, parted by blanks. Membership in the role of the
 * application is no fault, since that role is checked as well: its members inherit what it owns and may become it.
 */
export const sessionCheck = (limits: Partial<TimeLimits> = {}): string => `select concat_ws(' ', current_user,
  case when exists (select from pg_catalog.pg_roles p where p.rolname in (session_user, '${appRole}') and (
    p.rolsuper or p.rolcreaterole or p.rolcreatedb or p.rolreplication or p.rolbypassrls)) then 'POWERFUL' end,
  case when exists (select from pg_catalog.pg_roles o where o.oid <> r.oid and o.rolname <> '${appRole}'
    and pg_catalog.pg_has_role(session_user, o.oid, 'MEMBER')) then 'MEMBER' end,
  case when exists (select from pg_catalog.pg_shdepend d join pg_catalog.pg_roles p on p.oid = d.refobjid
    where d.refclassid = 'pg_catalog.pg_authid'::regclass and d.deptype = 'o'
    and p.rolname in (session_user, '${appRole}')) then 'OWNER' end,
  case when current_user <> session_user then 'ASSUMED' end,
  case when not exists (select from pg_catalog.pg_roles a where a.rolname = '${appRole}'
    and pg_catalog.pg_has_role(session_user, a.oid, 'USAGE')) then 'STRANGER' end,
  ${settingsFault({ ...formats, ...limits })})
  from pg_catalog.pg_roles r where r.rolname = session_user`;

const settingsFault = (expected: object): string => `case when exists (select from (values ${Object.entries(
  expected,
)
  .map(([name, value]) => `('${name}', '${value}')`)
  .join(', ')}) as expected (name, value)
  join pg_catalog.pg_settings s using (name) where s.setting <> expected.value) then 'SETTINGS' end`;

/** Null if the session may serve. */
export function refusalInAnswer(answer: string): SessionRefused | null {
  const [role = '?', ...found] = answer.split(' ');
  const known = found.filter((fault): fault is keyof typeof faults => Object.hasOwn(faults, fault));
  if (found.length === 0 && answer !== '') return null;
  const words = (at: 0 | 1) =>
    known.map((fault) => faults[fault][at]).join(at === 0 ? '；' : '; ') || unknown[at];
  return new SessionRefused(
    `数据库连接以角色 ${role} 登录，不可用于提供服务：它${words(0)}。DATABASE_URL 应为只有 ${appRole} 权限的角色，所有者写在 DATABASE_OWNER_URL。`,
    `The database session works as ${role}, which must not serve: it ${words(1)}. DATABASE_URL should name a role with the rights of ${appRole} and no others, DATABASE_OWNER_URL the owner.`,
  );
}

/** A session without the required formats: its dates and texts could not be parsed. */
const notInForm = (answer: string): SessionRefused | null =>
  answer === ''
    ? null
    : new SessionRefused(
        `数据库连接没有得到所要的设置（${forms}）：中间的连接池丢弃了它们。`,
        `The database session did not get the settings asked for (${forms}): a pooler dropped them.`,
      );

type Listener = (chunk: Buffer) => void;

/** Only a session that may serve reaches the driver. */
export const checked = (socket: Socket, limits: TimeLimits): Socket =>
  awaitCheck(socket, sessionCheck(limits), refusalInAnswer);

/** For sessions of the owner and single statements: checks the formats only. */
export const withFormats = (socket: Socket): Socket =>
  awaitCheck(socket, `select concat_ws(' ', ${settingsFault(formats)})`, notInForm);

/**
 * Asks a new session a question before the driver may use it. The driver sees the start of the session but for its end:
 * that is held back until the question put in between has been answered. So no statement reaches the database as
 * anybody else, whatever pool or proxy stands on the way and however often the driver connects anew.
 */
function awaitCheck(
  socket: Socket,
  question: string,
  refusalIn: (answer: string) => SessionRefused | null,
): Socket {
  const on = socket.on.bind(socket) as (event: string, listener: (...args: never[]) => void) => Socket;
  const watch = (pass: Listener): Listener => {
    let [rest, ready, answer]: [Buffer, Buffer | null, string] = [Buffer.alloc(0), null, ''];
    const receive = (chunk: Buffer): void => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (;;) {
        const length = rest.length < 5 ? Number.POSITIVE_INFINITY : 1 + rest.readInt32BE(1);
        if (rest.length < length) return;
        const [message, kind] = [rest.subarray(0, length), String.fromCharCode(rest[0] ?? 0)];
        rest = rest.subarray(length);
        if (ready === null && kind !== 'Z') pass(message);
        else if (ready === null) {
          ready = message;
          socket.write(queryMessage(question));
        } else if (kind === 'D') answer = message.toString('utf8', 11);
        else if (kind === 'Z') {
          finish(ready);
          return;
        }
      }
    };
    const finish = (held: Buffer): void => {
      const refusal = refusalIn(answer);
      if (refusal) {
        socket.destroy(refusal);
        return;
      }
      socket.off('data', receive);
      on('data', pass);
      pass(rest.length === 0 ? held : Buffer.concat([held, rest]));
    };
    return receive;
  };
  let isWatched = false;
  return Object.assign(socket, {
    on(event: string, listener: (...args: never[]) => void) {
      if (event !== 'data' || isWatched) return on(event, listener);
      isWatched = true;
      return on(event, watch(listener as Listener));
    },
  });
}

function queryMessage(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
