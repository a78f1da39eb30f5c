import '../../messages/later';
import type { CertificateDocument } from '../../exchange/pdf/certificate-document';
import type { NoteProblem } from '../../exchange/pdf/note-pdf';
import type { Message } from '../../messages/translate';
import type { RegionId } from '../../protocol/regions';
import type { Bytes } from '../../record/crypto-port';
import { err, type Result } from '../../record/ports';
import type { Placements } from '../anatomy-service';
import type { Heads } from '../heads';
import type { NoteDeps } from '../note-desk';
import { type Paper, paperOf } from '../note-document';
import { certificateDocument, markedSites } from './assessment-document';
import type { KeptCertificate } from './assessment-keeping';

export type CertificatePdfDeps = {
  readonly heads: Pick<Heads, 'shapeOf'>;
  readonly place: (head: string) => Promise<Placements | null>;
  readonly draw: NoteDeps['draw'];
  /** Makes the file; rejects where the writer or the fonts of the page cannot be fetched. */
  readonly writeCertificate: (document: CertificateDocument, paper: Paper) => Promise<Result<Bytes, NoteProblem>>;
  readonly region: () => Promise<RegionId | undefined>;
};

/** Certificates as pages, on the paper of the practice. What fails says what failed. */
export const createCertificatePdf =
  ({ heads, place, draw, writeCertificate, region }: CertificatePdfDeps) =>
  async (kept: KeptCertificate): Promise<Result<Bytes, Message>> => {
    const { assessment } = kept.certificate;
    const failed = (why: string) => err<Message>({ key: 'assess.pdf.failed', values: { why } });
    try {
      const [shape, placements] = [heads.shapeOf(assessment.head), await place(assessment.head)];
      if (!shape.ok) return failed(shape.error.kind);
      // Without the sites of this head the page has everything but its pictures.
      const sites = placements === null ? [] : markedSites(kept, placements.of(assessment.map));
      const art = await draw(shape.value, sites);
      const document = certificateDocument(kept, sites.length === 0 ? { ...art, pictures: [] } : art);
      const written = await writeCertificate(document, paperOf(await region()));
      return written.ok ? written : failed(written.error.why);
    } catch (error) {
      return failed(String(error));
    }
  };
