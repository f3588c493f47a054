import { asc, eq } from 'drizzle-orm';
import type { Cipher } from '#platform/core/cipher.ts';
import { newId } from '#platform/core/ids.ts';
import { connect } from '#platform/database/database.ts';
import { auditHead } from '#schema/audit/audit.table.ts';
import { appendLink } from './audit.ts';
import { sealOf } from './chain.ts';

/**
 * Chains from before links were keyed go on with keyed ones; what they hold is vouched for from now on. The trail says
 * when that was: a second time in one chain would mean that somebody had taken the key off it.
 */
export async function keyFormerChains(databaseUrl: string, cipher: Cipher, now: Date): Promise<void> {
  const { db, close } = connect(databaseUrl, { max: 1, asOwner: true });
  try {
    const found = await db
      .select({ countyCode: auditHead.countyCode })
      .from(auditHead)
      .where(eq(auditHead.keyedFrom, 0))
      .orderBy(asc(auditHead.countyCode));
    for (const { countyCode } of found) {
      await db.transaction(async (tx) => {
        const ofChain = eq(auditHead.countyCode, countyCode);
        const [head] = await tx.select().from(auditHead).where(ofChain).for('update');
        if (head?.keyedFrom !== 0) return;
        const keyedFrom = head.seq + 1;
        const seal = sealOf(cipher, countyCode, keyedFrom, head.hash);
        await tx.update(auditHead).set({ keyedFrom, seal }).where(ofChain);
        await appendLink({ db: tx, cipher }, keyingOf(countyCode, now));
      });
    }
  } finally {
    await close();
  }
}

const keyingOf = (countyCode: string, now: Date) => ({
  countyCode,
  seq: 0,
  divisionCode: countyCode,
  at: now.toISOString(),
  actorId: null,
  actorName: 'system',
  tokenId: null,
  requestId: newId(),
  action: 'keyAuditChain',
  entity: 'AuditChain',
  entityId: countyCode,
  before: null,
  after: null,
});
