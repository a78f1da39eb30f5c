/**
 * Where the facts of the paradigm were read. The numbers are those of the project's source register;
 * a gap is a source that nothing here rests on. A standard goes by its own number. `where` carries no scheme: nothing is ever fetched from it.
 */
export type Source = { readonly id: string; readonly title: string; readonly where: string };

const register = {
  S1: {
    id: 'S1',
    title: 'openFDA, label of BOTOX: boxed warning and product data',
    where: 'api.fda.gov/drug/label.json, generic name onabotulinumtoxinA',
  },
  S2: {
    id: 'S2',
    title: 'Authorised posology for chronic migraine: table of muscles, sites, needle and follow-the-pain (RxReasoner)',
    where: 'rxreasoner.com/indications/I-922296',
  },
  S3: {
    id: 'S3',
    title: 'Blumenfeld et al. 2017, insights into the functional anatomy behind the PREEMPT injection paradigm',
    where: 'pmc.ncbi.nlm.nih.gov/articles/PMC5434948',
  },
  S3b: {
    id: 'S3b',
    title: 'HealthCentral, digest of Blumenfeld et al. 2017 (quotes S3)',
    where: 'healthcentral.com/article/botox-for-chronic-migraine-knowledge-of-anatomy-is-critical',
  },
  S4: {
    id: 'S4',
    title: 'Blumenfeld et al. 2010, method of injection of onabotulinumtoxinA for chronic migraine (PREEMPT)',
    where: 'Headache 2010;50:1406-1418, pubmed.ncbi.nlm.nih.gov/20958294',
  },
  S5: {
    id: 'S5',
    title: 'AbbVie Pro UK, Botox in chronic migraine: administration and how to use',
    where: 'abbviepro.com/gb, administration-and-how-to-use',
  },
  S6: {
    id: 'S6',
    title: 'CPT 64615 billing page with the PREEMPT dose table',
    where: 'transcure.net/medical-billing/code/cpt/64615',
  },
  S6b: {
    id: 'S6b',
    title: 'NICE, technology appraisal TA260: recommendations on botulinum toxin type A in chronic migraine',
    where: 'nice.org.uk/guidance/TA260/chapter/1-recommendations',
  },
  S7: {
    id: 'S7',
    title: 'Bendtsen et al. 2018, guideline of the European Headache Federation on onabotulinumtoxinA (abstract)',
    where: 'doi 10.1186/s10194-018-0921-8',
  },
  S9b: {
    id: 'S9b',
    title: 'PREEMPT pooled analysis over 24 weeks: adverse events (mirror of a fragment)',
    where: 'gsk-3signals.com, 5-in-the-onabotulinumtoxina-group',
  },
  S9c: {
    id: 'S9c',
    title:
      'Lipton et al. 2011, onabotulinumtoxinA improves quality of life in chronic migraine: the pooled PREEMPT trials',
    where: 'neurology.org/doi/10.1212/WNL.0b013e318232ab65',
  },
  S10: {
    id: 'S10',
    title: 'Diener et al. 2014, pooled safety of onabotulinumtoxinA in chronic migraine',
    where: 'onlinelibrary.wiley.com/doi/10.1111/ene.12393',
  },
  S11: {
    id: 'S11',
    title:
      'Masters-Israilov, Robbins 2019, wear-off of onabotulinumtoxinA in chronic migraine (chart review of 143 patients)',
    where: 'medscape.com/viewarticle/921189',
  },
  S12: {
    id: 'S12',
    title: 'Blumenfeld et al., COMPEL study: table of adverse events',
    where: 'jnnp.bmj.com, highwire table 204149',
  },
  S13: {
    id: 'S13',
    title: 'Choi et al. 2016, anatomy of the temporalis and its tendon for toxin injection',
    where: 'Toxins 2016;8:265, mdpi.com/2072-6651/8/9/265',
  },
  S13b: {
    id: 'S13b',
    title: 'Temporalis in the temporal fossa (article)',
    where: 'thieme-connect.com, 10.1055/s-0039-3399607',
  },
  S14: {
    id: 'S14',
    title: 'Lee et al. 2017, compartments of the temporalis for safe toxin injection',
    where: 'yonsei.elsevierpure.com',
  },
  S15: {
    id: 'S15',
    title: 'Jeon et al., morphology of the occipital belly of the occipitofrontalis',
    where: 'pure.ewha.ac.kr',
  },
  S15b: {
    id: 'S15b',
    title: 'Occipitalis: origin, nerve and anatomical terms (copy of an encyclopedia article)',
    where: 'pinocchiopedia.com/wiki/Occipitalis',
  },
  S16: {
    id: 'S16',
    title: 'Posterior neck and occipital region (surgical anatomy chapter)',
    where: 'plasticsurgerykey.com/posterior-neck-and-occipital-region',
  },
  S17: {
    id: 'S17',
    title: 'Tubbs, Oakes et al., landmarks of the nerves of the posterior scalp (abstract)',
    where: 'staging.scite.ai/authors/w-jerry-oakes-wmDy4M',
  },
  S18: {
    id: 'S18',
    title: 'Kim et al. 2018, topography of the greater and third occipital nerves',
    where: 'Scientific Reports 2018, docslib.org/doc/4576584',
  },
  S19: {
    id: 'S19',
    title: 'Cotofana et al., bidirectional movement of the frontalis and its line of convergence',
    where: 'studylib.net/doc/25939239',
  },
  S20: {
    id: 'S20',
    title: 'Wu-Fienberg et al. 2017, skin-to-muscle depths on CT',
    where: 'ovsps.org/conferences/abstract_archive, abstract 730',
  },
  S21: {
    id: 'S21',
    title:
      'Implication rules of the corrugator supercilii for a youthful eye: patterns in 50 cadaver half-brows (abstract)',
    where: 'Surgical and Radiologic Anatomy, medworm.com/173381566',
  },
  S22: {
    id: 'S22',
    title: 'Janis et al. 2007, anatomy of the corrugator supercilii, part I (text garbled by character recognition)',
    where: 'Plast Reconstr Surg 2007;120:1647, docslib.org/doc/12915191',
  },
  S23: {
    id: 'S23',
    title: 'Botox injections (page for neurology residents)',
    where: 'neurologyresidents.com/botox-injections',
  },
  S24: {
    id: 'S24',
    title: 'Glabellar lines (cosmetic training page)',
    where: 'cosmeticmedicaltraining.com/glabellar-lines',
  },
  S25: {
    id: 'S25',
    title: 'Cosmetic course notes quoting the Botox Cosmetic prescribing information (10/2024)',
    where: 'public code repository',
  },
  S26: {
    id: 'S26',
    title: 'Neurologist forum on adjusting the paradigm',
    where: 'neurologistconnect.com, community post 3624',
  },
  S27: {
    id: 'S27',
    title: 'Botox injections for chronic migraine with TMJ (practice page)',
    where: 'nyheadache.com/blog-posts/video-of-botox-injections-for-chronic-migraine-with-tmj',
  },
  S29: {
    id: 'S29',
    title: 'Moellhoff, Cotofana 2022, muscles of the forehead and glabella (excerpt)',
    where: 'taylorandfrancis.com/knowledge, Procerus_muscle',
  },
  S29b: {
    id: 'S29b',
    title: 'Isse, Elahi 2001, on what the corrugator does to the brow (abstract)',
    where: 'scilit.com/publications/b66c640db99ca70f4a216e834a233ea1',
  },
  S29c: {
    id: 'S29c',
    title: 'Frontalis muscle (encyclopedia article)',
    where: 'wikimd.org/wiki/Frontalis_muscle',
  },
  S29d: {
    id: 'S29d',
    title: 'Botulinum toxin, introduction (copy of a textbook chapter)',
    where: 'clicktocurecancer.info/botulinum-toxin/introduction-daw.html',
  },
  S30: {
    id: 'S30',
    title: 'Corrugator supercilii muscle: anatomy and anatomical terms (encyclopedia article)',
    where: 'wikimili.com/en/Corrugator_supercilii_muscle',
  },
  S32: {
    id: 'S32',
    title: 'Canadian practice page on injections for migraine: licensed doses',
    where: 'oakvillemedical.com/migraine.htm',
  },
  S33: {
    id: 'S33',
    title: 'Fragments of the US label: dilution table, storage and trial dose range',
    where: 'botoxsarasotafl.com',
  },
  S33b: {
    id: 'S33b',
    title: 'Fragments of the US label: handling and storage of a reconstituted vial',
    where: 'botoxsarasotafl.com, injectable-botox-charlotte-county',
  },
  S33c: {
    id: 'S33c',
    title: 'Page on Botox with a remark on cycles of ten weeks',
    where: 'botoxsarasotafl.com, is-botox-safe-during-pregnancy',
  },
  S34: {
    id: 'S34',
    title: 'Payer policy as quoted in the test data of a public code repository',
    where: 'public code files 54577625812 and 54761346618',
  },
  S35: {
    id: 'S35',
    title: 'Trapezius muscle: origin, insertion, nerve and action (three anatomy sites)',
    where: 'anatomy.app, imaios.com and mananatomy.com, trapezius',
  },
  S36: {
    id: 'S36',
    title: 'Ultrasound-guided greater occipital nerve block with toxin, randomised trial 2019',
    where: 'ekja.org/journal/view.php, number 8538',
  },
  S37: {
    id: 'S37',
    title: 'Series of 254 patients at Hull: adverse events (table 3)',
    where: 'thejournalofheadacheandpain.biomedcentral.com/articles/10.1186/1129-2377-15-54',
  },
  S38: {
    id: 'S38',
    title: 'openFDA, National Drug Code Directory: packages 0023-9232 and 85766-155',
    where: 'api.fda.gov/drug/ndc.json, package NDC 0023-9232-01 and 85766-155-02',
  },
  S40: {
    id: 'S40',
    title: 'Wording of the SmPC on a company page',
    where: 'sjztian.com, content 110',
  },
  S41: {
    id: 'S41',
    title: 'Patient information on Botox: contraindications and extra caution',
    where: 'ebroon.com/botox6.html',
  },
  S41b: {
    id: 'S41b',
    title: 'Botox Cosmetic, side effects and what to tell the doctor',
    where: 'botoxcosmetic.co.in/side-effects',
  },
  S42: {
    id: 'S42',
    title: 'DailyMed set of the US label, as tables in public code repositories hold it',
    where: 'DailyMed, set id 33d066a9-34ff-4a1a-b38b-d10983df3300',
  },
  S42b: {
    id: 'S42b',
    title: 'Tables of NDC and J0585 in two public code repositories',
    where: 'public code files 55873911182 and 70528602182',
  },
  S42c: {
    id: 'S42c',
    title: 'Pharmacy record of a 200-unit vial in a public code repository',
    where: 'public code file 71278771781',
  },
  S43: {
    id: 'S43',
    title: 'Digest of the US label',
    where: 'public code repository',
  },
  S44: {
    id: 'S44',
    title: 'CPT 64615: pages on coding and billing',
    where: 'transcure.net/medical-billing/code/cpt/64615, ams-solutions.com/botox-migraine-treatment-billing',
  },
  S45: {
    id: 'S45',
    title: 'Summary of the Medicare billing article A58423',
    where: 'verity.backworkai.com/policy/A58423',
  },
  S46: {
    id: 'S46',
    title: 'ICD-10-CM G43.E, chronic migraine with aura',
    where: 'icdlist.com/icd-10/G43.E',
  },
  S48: {
    id: 'S48',
    title: 'ICHD-3, 1.3 Chronic migraine',
    where: 'beta.ichd-3.org/1-migraine/1-3-chronic-migraine',
  },
  S48b: {
    id: 'S48b',
    title: 'Slide set on migraine: history, definitions and diagnosis',
    where: 'neurotorium.org/slidedeck, slide 16',
  },
  S49: {
    id: 'S49',
    title: 'Medication-overuse headache (page)',
    where: 'chsg.org/resources-category/medication-overuse-headache',
  },
  S49b: {
    id: 'S49b',
    title: 'Criteria of medication-overuse headache (table of an article)',
    where: 'nsj.org.sa, table 3706',
  },
  S50: {
    id: 'S50',
    title: 'The Migraine Trust, Botox for migraine: what to expect',
    where: 'migrainetrust.org/news/botox-for-migraine-what-to-expect',
  },
  S51: {
    id: 'S51',
    title: 'Headache Impact Test, HIT-6: range and bands',
    where: 'physiotutors.com/questionnaires/headache-impact-test-hit-6',
  },
  S53: {
    id: 'S53',
    title: 'Rights audit of a public project, on the licence of HIT-6',
    where: 'public code file 60068354200',
  },
  S54: {
    id: 'S54',
    title: 'Migraine Disability Assessment: questions, scoring and grades (two pages)',
    where:
      'en.wikipedia.org/wiki/Migraine_Disability_Assessment_Test, bio-protocol.org/exchange/minidetail, id 5572984',
  },
  S57: {
    id: 'S57',
    title: 'Herd et al. 2019, botulinum toxin for the prevention of migraine: systematic review',
    where: 'BMJ Open 2019, pmc.ncbi.nlm.nih.gov/articles/PMC6661560',
  },
  S59: {
    id: 'S59',
    title: 'Headache days before treatment and in each of the three months after it (article)',
    where: 'scielo.br, S0004-282X2021001000886',
  },
  S62: {
    id: 'S62',
    title: 'Two pages of clinics on care after injections for migraine',
    where: 'dermnurse.ca/botox-for-chronic-migraines and fillers.org/botox/botox-for-migraines-aftercare',
  },
  S62b: {
    id: 'S62b',
    title: 'Page of a clinic on care and recovery after injections for migraine',
    where: 'drnneuro.com/post/essential-tips-for-migraine-after-care-and-procedure-recovery',
  },
  S64: {
    id: 'S64',
    title: 'BodyParts3D 3.0: concept ids of the muscles, in two independent public tables',
    where: 'public code files 57647752202, 66005040081 and 63130793453',
  },
  S68: {
    id: 'S68',
    title: 'Radiotherapy structure names with their SNOMED CT codes (codex-RT, mCODE)',
    where: 'public code files 41480926836 and 1493027656',
  },
  S70: {
    id: 'S70',
    title: 'Example of the Norwegian FHIR guide LMDI: a medication with its ATC code',
    where: 'public code file 53579932831',
  },
  S73: {
    id: 'S73',
    title:
      'ANSUR II, survey of 4,082 men and 1,986 women of the US Army 2010-12: means and SD worked out from the public raw data',
    where:
      'github.com/KhadijehValipour/ANSUR and github.com/Aflorez721/Adidas-Data-Challenge; primary: NATICK/TR-15/007',
  },
  ISO9626: {
    id: 'ISO9626',
    title: 'ISO 9626, stainless steel needle tubing for the manufacture of medical devices: designated sizes by gauge',
    where: 'iso.org, standard 9626:2016',
  },
  S80: {
    id: 'S80',
    title:
      'Nanayakkara et al. 2018, exit of the supraorbital nerve from the facial midline (116 sides of 58 skulls, abstract)',
    where: 'Anat Cell Biol 2018;51:19-24, doi 10.5115/acb.2018.51.1.19',
  },
  S81: {
    id: 'S81',
    title: 'Landmarks of the supraorbital, supratrochlear and greater occipital nerves (22 sides, table 6)',
    where: 'J Neurosci Rural Pract 2023;14:62-69, pmc.ncbi.nlm.nih.gov/articles/PMC9945310',
  },
  S82: {
    id: 'S82',
    title:
      'Anatomy and external landmarks of the superficial temporal artery on 3D computed tomography (57 patients, abstract)',
    where: 'discovery.researcher.life/article, a9903920f9563def8fd864a504616f56',
  },
  S83: {
    id: 'S83',
    title: 'Iwanaga et al. 2017, superficial temporal branches of the auriculotemporal nerve (14 sides, abstract)',
    where: 'J Plast Reconstr Aesthet Surg 2017;70:370-374, digitalcommons.providence.org/publications/2456',
  },
  S84: {
    id: 'S84',
    title: 'Kim et al. 2013, the superficial temporal artery on CT angiograms (70 vessels, abstract)',
    where: 'J Cerebrovasc Endovasc Neurosurg 2013;15:145-151, the-jcen.org',
  },
  S85: {
    id: 'S85',
    title: 'Daumann, Putz, Schmidt, the course of the superficial temporal artery (161 half-heads, abstract)',
    where: 'yyws.alljournals.cn/view_abstract.aspx, 9D89A5E6006CD35F2611040891DCA261',
  },
  S86: {
    id: 'S86',
    title: 'Topography of the supratrochlear nerve with reference to the lacrimal caruncle (34 half-faces, abstract)',
    where: 'insights.ovid.com/pubmed, PMID 28614090',
  },
  S87: {
    id: 'S87',
    title: 'Course of the supraorbital nerve with reference to the lacrimal caruncle (34 half-faces, abstract)',
    where: 'Br J Ophthalmol 2017;101:940, bjo.bmj.com/content/101/7/940',
  },
  S88: {
    id: 'S88',
    title: 'Saglam, Coskun, Gayretli 2024, morphometry of the lesser occipital nerve (48 sides, abstract)',
    where: 'Sci Rep 2024, iasp-pain.org papers of the week, 10 March 2024',
  },
  S89: {
    id: 'S89',
    title: 'Lee et al. 2013, the lesser occipital nerve and its compression points (20 sides, abstract)',
    where: 'Plast Reconstr Surg 2013;132, doi 10.1097/PRS.0b013e3182a80721',
  },
  S90: {
    id: 'S90',
    title: 'Chen et al. 2018, depth of the pleura under the acupoint GB 21 on ultrasonography (101 adults, abstract)',
    where: 'J Acupunct Meridian Stud 2018;11:355-360, doaj.org/article/4989770d5ff84beda23f27c841d170ad',
  },
  S91: {
    id: 'S91',
    title: 'Distances from the skin over the upper trapezius to the lung apex on MRI (57 adults, abstract)',
    where: 'ASEAN J Rehabil Med, he01.tci-thaijo.org/index.php/aseanjrm/article/view/117624',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof register;

/** Every source by its id. */
export const sources: Readonly<Record<SourceId, Source>> = register;
