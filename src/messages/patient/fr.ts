import type { PatientKey } from './words';

/**
 * French, with "vous". `one` is for 0 and 1, `many` for millions, which take "de". Before a colon or a question mark stands a
 * space that does not break. See `en.ts`.
 */
export const fr: Readonly<Record<PatientKey, string>> = {
  // Preview: getting around
  'preview.title': 'Votre traitement, étape par étape',
  'preview.intro': 'Voyez ce qui sera fait, une zone après l’autre.',
  'preview.card.steps': 'Ce qui sera fait',
  'preview.card.steps.text':
    '{n, plural, one {La zone} many {Les # de zones} other {Les # zones}}, ce que l’on sent et à quoi s’attendre.',
  'preview.card.session': 'Ma séance',
  'preview.card.session.text': 'Ce qui a été fait ce jour-là.',
  'preview.card.pain': 'Où vous avez mal',
  'preview.card.pain.text': 'Montrez-le sur la tête. La personne qui vous soigne peut le voir.',
  'preview.card.diary': 'Mon journal des maux de tête',
  'preview.card.diary.text': 'Quelques touches par jour.',
  'preview.card.home': 'À emporter',
  'preview.card.home.text': 'Votre carte, ce qu’il faut surveiller et votre prochaine date.',
  'preview.card.warn': 'Quand demander de l’aide',
  'preview.card.warn.text': 'Les signes à connaître.',
  'preview.private': 'Rien n’est envoyé nulle part. Vous n’avez pas besoin de compte.',
  'preview.set': 'Pour mieux lire',
  'preview.set.language': 'Langue',
  'preview.set.size': 'Taille du texte',
  'preview.set.size.normal': 'Normale',
  'preview.set.size.large': 'Grande',
  'preview.set.size.largest': 'Très grande',
  'preview.set.contrast': 'Contraste',
  'preview.set.contrast.normal': 'Normal',
  'preview.set.contrast.high': 'Fort',
  'preview.set.motion': 'Images animées',
  'preview.set.motion.on': 'La tête tourne',
  'preview.set.motion.off': 'La tête reste immobile',
  'preview.read': 'Lire à voix haute',
  'preview.read.stop': 'Arrêter la lecture',
  'preview.read.none': 'Cet appareil n’a pas de voix pour cette langue.',
  'preview.step': 'Étape {step} sur {total}',
  'preview.next': 'Suite\u00a0: {area}',
  'preview.back': 'Retour',
  'preview.finish': 'Terminé',
  'preview.close': 'Fermer',
  'preview.head': 'Image d’une tête\u00a0: {area}',
  'preview.head.turn': 'Vous pouvez tourner la tête avec le doigt.',
  'preview.head.where': 'Où',
  'preview.head.feel': 'Ce que l’on sent',
  'preview.head.why': 'Pourquoi ici',
  'preview.head.time': 'Combien de temps',
  'preview.discuss': 'Parlez-en avec votre médecin ou votre équipe soignante.',
  'preview.missing': 'Il n’y a encore rien à voir ici.',

  // Preview: what all areas share
  'preview.injections':
    '{n, plural, =1 {Une petite injection} =2 {Deux petites injections} =3 {Trois petites injections} =4 {Quatre petites injections} one {# petite injection} many {# de petites injections} other {# petites injections}}',
  'preview.feel': 'Un petit pincement rapide, puis un bref picotement.',
  'preview.pause': 'Vous pouvez demander une pause à tout moment.',
  'preview.extra': 'Vous pouvez en recevoir jusqu’à {n} de plus ici, si c’est là que vous avez le plus mal.',
  'preview.position.supine': 'Pour cette partie, vous êtes sur le dos.',
  'preview.position.seated': 'Pour cette partie, vous êtes en position assise.',
  'preview.why.studies': 'Les mêmes zones ont été traitées dans les grandes études de ce traitement.',
  'preview.time.area':
    'Environ {minutes, plural, =1 {une minute} one {# minute} many {# de minutes} other {# minutes}} pour cette zone.',

  // Preview: the seven areas
  'preview.area.corrugator.name': 'Vos sourcils',
  'preview.area.corrugator.short': 'vos sourcils',
  'preview.area.corrugator.where': '{injections} de chaque côté, juste au-dessus du bout intérieur du sourcil.',
  'preview.area.corrugator.ask': 'On vous demandera peut-être d’abord de froncer les sourcils.',
  'preview.area.corrugator.why': 'Ce muscle rapproche les sourcils quand vous les froncez.',
  'preview.area.procerus.name': 'Entre vos sourcils',
  'preview.area.procerus.short': 'entre vos sourcils',
  'preview.area.procerus.where': '{injections} au milieu, juste au-dessus du nez.',
  'preview.area.procerus.ask': 'Vous pouvez fermer les yeux.',
  'preview.area.procerus.why': 'Ce muscle tire vers le bas la peau du haut du nez.',
  'preview.area.frontalis.name': 'Votre front',
  'preview.area.frontalis.short': 'votre front',
  'preview.area.frontalis.where': '{injections} de chaque côté, en haut du front.',
  'preview.area.frontalis.ask': 'Vous pouvez garder les yeux fermés.',
  'preview.area.frontalis.why': 'Ce muscle lève les sourcils.',
  'preview.area.temporalis.name': 'Vos tempes',
  'preview.area.temporalis.short': 'vos tempes',
  'preview.area.temporalis.where': '{injections} de chaque côté, juste au-dessus des oreilles.',
  'preview.area.temporalis.ask': 'On vous demandera peut-être d’abord de serrer les dents.',
  'preview.area.temporalis.why': 'Ce muscle aide à mâcher.',
  'preview.area.occipitalis.name': 'L’arrière de votre tête',
  'preview.area.occipitalis.short': 'l’arrière de votre tête',
  'preview.area.occipitalis.where': '{injections} de chaque côté, à l’arrière de la tête.',
  'preview.area.occipitalis.ask': 'Un doigt cherchera peut-être d’abord le bord de l’os.',
  'preview.area.occipitalis.why': 'Ce muscle tire vers l’arrière la peau du crâne.',
  'preview.area.paraspinal.name': 'Le haut de votre nuque',
  'preview.area.paraspinal.short': 'le haut de votre nuque',
  'preview.area.paraspinal.where': '{injections} de chaque côté, en haut de la nuque.',
  'preview.area.paraspinal.ask': 'On vous demandera peut-être de pencher un peu la tête en avant.',
  'preview.area.paraspinal.why': 'Ces muscles tiennent la tête et aident à la tourner.',
  'preview.area.trapezius.name': 'Vos épaules',
  'preview.area.trapezius.short': 'vos épaules',
  'preview.area.trapezius.where': '{injections} de chaque côté, le long du dessus de l’épaule.',
  'preview.area.trapezius.ask': 'Le muscle sera peut-être tenu entre deux doigts.',
  'preview.area.trapezius.why': 'Ce muscle lève l’épaule.',

  // Preview: how long it takes
  'preview.time.title': 'Combien de temps cela dure',
  'preview.time.short': 'combien de temps cela dure',
  'preview.time.count':
    'En tout, vous recevez {n, plural, one {# petite injection} many {# de petites injections} other {# petites injections}} dans {areas, plural, one {# zone} many {# de zones} other {# zones}}.',
  'preview.time.more': 'Si vous avez surtout mal à un endroit, vous pouvez en recevoir jusqu’à {n} de plus.',
  'preview.time.session':
    'Les injections durent environ {minutes, plural, one {# minute} many {# de minutes} other {# minutes}}.',
  'preview.time.again':
    'Vous revenez {weeks, plural, one {chaque semaine} many {tous les # de semaines} other {toutes les # semaines}}.',

  // Preview: before
  'preview.before.title': 'Avant de venir',
  'preview.before.short': 'avant de venir',
  'preview.before.diary':
    'Tenez chaque jour un journal des maux de tête, pendant au moins {months, plural, one {un mois} many {# de mois} other {# mois}}.',
  'preview.before.pain': 'Montrez où vous avez le plus mal à la tête.',
  'preview.before.list': 'Apportez une liste de tous vos médicaments.',
  'preview.before.tell': 'Dites-nous si l’un de ces points vous concerne\u00a0:',
  'preview.before.allergy': 'Vous avez mal réagi à un traitement de ce genre.',
  'preview.before.skin': 'La peau est infectée là où vont les injections.',
  'preview.before.muscle': 'Vous avez une maladie des muscles ou des nerfs.',
  'preview.before.swallow': 'Vous avez du mal à respirer ou à avaler.',
  'preview.before.pregnant': 'Vous êtes enceinte ou vous allaitez.',
  'preview.before.antibiotic': 'Vous avez reçu il y a peu un antibiotique par piqûre.',
  'preview.before.relax': 'Vous prenez un médicament qui détend les muscles.',
  'preview.before.bleeding': 'Vous saignez facilement, ou vous prenez un médicament qui fluidifie le sang.',
  'preview.before.other':
    'Vous avez reçu ailleurs le même genre de médicament {months, plural, one {le mois dernier} many {dans les # de mois passés} other {dans les # derniers mois}}.',
  'preview.before.surgery': 'Vous avez eu une opération du visage, ou elle est prévue.',
  'preview.before.droop': 'Votre paupière tombe, ou votre front est faible.',
  'preview.before.change': 'N’arrêtez pas un médicament sans avoir demandé.',

  // Preview: after
  'preview.after.title': 'Le premier jour après',
  'preview.after.short': 'le premier jour après',
  'preview.after.rub':
    'Ne frottez pas les points pendant {hours, plural, one {# heure} many {# d’heures} other {# heures}}.',
  'preview.after.upright':
    'Ne vous allongez pas pendant environ {hours, plural, one {# heure} many {# d’heures} other {# heures}}.',
  'preview.after.sport':
    'Ne faites pas d’effort intense pendant {hours, plural, one {# heure} many {# d’heures} other {# heures}}.',
  'preview.after.heat':
    'Évitez le sauna et la forte chaleur pendant {hours, plural, one {# heure} many {# d’heures} other {# heures}}.',
  'preview.after.hair':
    'Lavez vos cheveux en douceur, ou attendez {hours, plural, one {# heure} many {# d’heures} other {# heures}}.',
  'preview.after.hat': 'Ne portez pas de bonnet ni de bandeau serré.',
  'preview.after.proof': 'Ces conseils sont courants. Il y a peu de preuves.',

  // Preview: what to expect when
  'preview.expect.title': 'À quoi s’attendre, et quand',
  'preview.expect.short': 'à quoi s’attendre',
  'preview.expect.onset':
    'Vous remarquerez peut-être un changement après {low} à {high, plural, one {# jour} many {# de jours} other {# jours}}.',
  'preview.expect.onset.head': 'Jour {low} à {high}',
  'preview.expect.full': 'L’effet est souvent le plus fort vers la semaine {low} à {high}.',
  'preview.expect.full.head': 'Semaine {low} à {high}',
  'preview.expect.best': 'Dans une étude, le deuxième mois a été le meilleur.',
  'preview.expect.fading': 'Il peut s’affaiblir vers la semaine {low} à {high}.',
  'preview.expect.fading.head': 'Semaine {low} à {high}',
  'preview.expect.fadeShare':
    'Dans une étude, environ {n} personnes sur {of} ont senti l’effet baisser avant le traitement suivant.',
  'preview.expect.next':
    'Le traitement suivant vient après {weeks, plural, one {# semaine} many {# de semaines} other {# semaines}}.',
  'preview.expect.next.head': 'Semaine {week}',
  'preview.expect.cycles':
    'Laissez-lui {n, plural, =2 {deux traitements} one {# traitement} many {# de traitements} other {# traitements}}. Un seul ne suffit peut-être pas.',
  'preview.expect.decide': 'Ensuite, vous et votre médecin regardez le journal et vous décidez.',
  'preview.expect.benefit':
    'Dans les études, certaines personnes ont reçu des injections sans médicament. Celles qui ont reçu le médicament ont eu par mois environ {days, plural, one {# jour} many {# de jours} other {# jours}} de migraine de moins.',
  'preview.expect.notAll': 'Cela n’aide pas tout le monde.',

  // Preview: effects that are not wanted
  'preview.effects.title': 'Effets secondaires',
  'preview.effects.short': 'effets secondaires',
  'preview.effects.common': 'Ce qui peut arriver',
  'preview.effects.rare': 'Ce qui est rare',
  'preview.effects.neck': 'Douleur au cou\u00a0: environ {low} à {high} personnes sur {of}.',
  'preview.effects.stiff': 'Cou ou muscles raides\u00a0: environ {low} à {high} personnes sur {of}.',
  'preview.effects.weak': 'Muscles faibles\u00a0: environ {low} à {high} personnes sur {of}.',
  'preview.effects.lid': 'Une paupière qui tombe\u00a0: environ {low} à {high} personnes sur {of}.',
  'preview.effects.sore': 'Douleur aux points de piqûre\u00a0: environ {low} à {high} personnes sur {of}.',
  'preview.effects.brow': 'Un sourcil peut être plus bas qu’avant.',
  'preview.effects.bruise': 'Vous pouvez avoir de petits bleus.',
  'preview.effects.face':
    'Une partie faible du visage\u00a0: environ {n, plural, one {# personne} many {# de personnes} other {# personnes}} sur {of}.',
  'preview.effects.swallow':
    'Du mal à avaler\u00a0: environ {n, plural, one {# personne} many {# de personnes} other {# personnes}} sur {of}.',
  'preview.effects.faint':
    'Un évanouissement\u00a0: environ {n, plural, one {# personne} many {# de personnes} other {# personnes}} sur {of}.',
  'preview.effects.spread': 'L’effet peut s’étendre à d’autres parties du corps. Cela peut être grave.',
  'preview.effects.studies': 'Les chiffres viennent d’études différentes, ils ne sont donc pas les mêmes.',
  'preview.effects.tell': 'Dites-nous si cela vous arrive. Notez le jour où cela a commencé.',

  // Preview: when to get help
  'preview.warn.title': 'Quand demander de l’aide',
  'preview.warn.short': 'quand demander de l’aide',
  'preview.warn.when': 'Ces signes peuvent commencer des heures ou des semaines après les injections.',
  'preview.warn.ambulance': 'Appelez tout de suite une ambulance si',
  'preview.warn.breathe': 'vous respirez mal',
  'preview.warn.swallow': 'vous avalez mal',
  'preview.warn.speak': 'vous parlez mal',
  'preview.warn.weak': 'vous vous sentez faible dans tout le corps',
  'preview.warn.allergy': 'vous avez une forte allergie, par exemple le visage ou la langue gonflés',
  'preview.warn.call': 'Appelez-nous le jour même si',
  'preview.warn.double': 'vous voyez double',
  'preview.warn.lid': 'votre paupière tombe',
  'preview.warn.voice': 'votre voix change',
  'preview.warn.neck': 'votre cou est trop faible pour tenir la tête',
  'preview.warn.bladder': 'vous ne retenez plus vos urines',
  'preview.warn.worry': 'autre chose vous inquiète',
  'preview.warn.emergency': 'Appelez le numéro d’urgence de l’endroit où vous êtes.',

  // Preview: where it hurts
  'preview.pain.title': 'Où avez-vous mal\u00a0?',
  'preview.pain.ask': 'Touchez la tête là où vous avez mal.',
  'preview.pain.more': 'Vous pouvez marquer plusieurs endroits.',
  'preview.pain.names': 'Ou choisissez un endroit par son nom',
  'preview.pain.place.forehead': 'Front',
  'preview.pain.place.temple': 'Tempe',
  'preview.pain.place.ear': 'Au-dessus de l’oreille',
  'preview.pain.place.crown': 'Sommet de la tête',
  'preview.pain.place.back': 'Arrière de la tête',
  'preview.pain.place.neck': 'Nuque',
  'preview.pain.place.shoulder': 'Épaule',
  'preview.pain.side': '{place}, {side, select, left {à gauche} right {à droite} other {au milieu}}',
  'preview.pain.draw': 'Dessiner',
  'preview.pain.erase': 'Effacer',
  'preview.pain.turn': 'Tourner la tête',
  'preview.pain.undo': 'Annuler',
  'preview.pain.clear': 'Tout effacer',
  'preview.pain.save': 'Garder',
  'preview.pain.saved': 'C’est gardé. La personne qui vous soigne peut le voir.',
  'preview.pain.count':
    '{n, plural, =0 {Rien n’est encore marqué.} one {# endroit est marqué.} many {# d’endroits sont marqués.} other {# endroits sont marqués.}}',
  'preview.pain.why': 'Cela aide à choisir où faire d’autres injections, s’il vous en faut.',

  // Preview: what was done
  'preview.mine.title': 'Ma séance',
  'preview.mine.day': 'Votre traitement du {day}',
  'preview.mine.none': 'Aucun traitement n’a encore été noté.',
  'preview.mine.notSigned': 'Ce dossier n’est pas encore signé. Il peut encore changer.',
  'preview.mine.signed': 'Cela vient de votre dossier signé.',
  'preview.mine.given':
    '{n, plural, =0 {Vous n’avez pas reçu d’injection.} one {Vous avez reçu # petite injection.} many {Vous avez reçu # de petites injections.} other {Vous avez reçu # petites injections.}}',
  'preview.mine.area': '{area}\u00a0: {n, plural, =0 {aucune faite} one {# faite} many {# faites} other {# faites}}',
  'preview.mine.sides':
    '{left, plural, =0 {Aucune à votre gauche} one {# à votre gauche} many {# à votre gauche} other {# à votre gauche}}, {right, plural, =0 {aucune à votre droite} one {# à votre droite} many {# à votre droite} other {# à votre droite}}.',
  'preview.mine.middle':
    '{n, plural, =0 {Aucune au milieu.} one {# au milieu.} many {# au milieu.} other {# au milieu.}}',
  'preview.mine.extra':
    '{n, plural, =0 {Aucune n’a été ajoutée.} one {# a été ajoutée là où vous avez le plus mal.} many {# ont été ajoutées là où vous avez le plus mal.} other {# ont été ajoutées là où vous avez le plus mal.}}',
  'preview.mine.leftOut':
    '{n, plural, =0 {Aucune n’a été laissée de côté.} one {# a été laissée de côté.} many {# ont été laissées de côté.} other {# ont été laissées de côté.}}',
  'preview.mine.leftOut.ask': 'Demandez-nous pourquoi, si vous voulez le savoir.',
  'preview.mine.next': 'Votre prochain traitement est prévu le {day}.',
  'preview.mine.noNext': 'La date de votre prochain traitement n’est pas encore connue.',
  'preview.mine.map': 'Votre carte',
  'preview.mine.yourSides': 'La gauche et la droite sont les vôtres.',

  // Preview: a link to the map alone
  'preview.map.title': 'Votre carte',
  'preview.map.only': 'Ceci est la carte seule. Elle ne porte ni nom ni date.',
  'preview.map.broken': 'Ce lien ne contient pas une carte entière. Demandez-en un autre.',

  // Preview and what goes home: where it comes from
  'preview.source.title': 'D’où cela vient',
  'preview.source.read': 'Lu dans la source',
  'preview.source.weak': 'Lu dans une source faible',
  'preview.source.derived': 'Déduit des sources',
  'preview.source.unconfirmed': 'En attente de validation médicale\u00a0: un médecin doit encore le vérifier.',
  'preview.source.taught': 'C’est ce qui se fait d’habitude. Aucune étude n’a été trouvée.',
  'preview.source.feel': 'Chaque personne le sent autrement. Aucune étude n’a été trouvée.',
  'preview.source.language': 'Les titres des sources restent dans leur langue.',

  // Diary
  'diary.title': 'Journal des maux de tête',

  // What goes home
  'home.title': 'Votre traitement, à emporter',
  'home.intro': 'Gardez cette feuille. Elle dit ce qui a été fait et ce qui vient ensuite.',
  'home.map': 'Votre carte',
  'home.map.text': 'Chaque point montre où une petite injection a été faite.',
  'home.view.front': 'De face',
  'home.view.left': 'Votre côté gauche',
  'home.view.right': 'Votre côté droit',
  'home.view.back': 'De dos',
  'home.legend.given': 'Faite',
  'home.legend.planned': 'Prévue',
  'home.legend.extra': 'Ajoutée là où c’est douloureux',
  'home.legend.leftOut': 'Laissée de côté',
  'home.areas': 'Vos zones',
  'home.areas.area': 'Zone',
  'home.areas.left': 'Gauche',
  'home.areas.middle': 'Milieu',
  'home.areas.right': 'Droite',
  'home.areas.all': 'En tout',
  'home.next': 'Votre prochain traitement',
  'home.next.day': 'Il est prévu le {day}.',
  'home.next.calendar': 'L’ajouter à mon agenda',
  'home.next.event': 'Traitement des maux de tête',
  'home.next.eventText': 'C’est le moment de votre prochain traitement. Appelez votre cabinet pour un rendez-vous.',
  'home.unnamed': 'Votre nom n’est pas sur cette feuille.',
  'home.page': 'Page {page} sur {total}',
  'home.advice': 'Cette feuille ne remplace pas les conseils de votre médecin ou de votre équipe soignante.',

  // Preview: what its screens add
  'preview.ask.title': 'Questions que vous pouvez poser',
  'preview.ask.short': 'questions que vous pouvez poser',
  'preview.ask.help': 'Quelle est la chance que cela m’aide ?',
  'preview.ask.other': 'Quels autres traitements y a-t-il pour moi ?',
  'preview.ask.mine': 'Toutes les zones seront-elles traitées, ou est-ce différent pour moi ?',
  'preview.ask.work': 'Puis-je conduire et travailler ce jour-là ?',
  'preview.ask.medicine': 'Lesquels de mes médicaments dois-je continuer ?',
  'preview.ask.stop': 'Quand arrêterions-nous, et que se passerait-il ensuite ?',
  'preview.pain.notSaved': 'Cela n’a pas pu être enregistré. Dites-le à la personne qui vous soigne.',
  'preview.mine.broken':
    'Ce dossier ne correspond pas à ce qui a été signé. Rien n’en est montré. Dites-le à la personne qui vous soigne.',
  'preview.mine.unread': 'Ce dossier n’a pas pu être lu.',
  'preview.mine.more': 'Votre dossier contient plus que ce que montre cette carte. Posez-nous la question.',
  'preview.mine.home': 'L’emporter chez moi',
  'home.save.pdf': 'Enregistrer en PDF à imprimer',
  'home.save.page': 'Enregistrer comme page pour téléphone ou ordinateur',
  'home.save.why': 'Ces fichiers contiennent votre carte et vos dates, et aucun nom.',
  'home.link': 'Un lien vers votre carte',
  'home.link.text': 'Il ne contient que la carte : ni nom, ni date. Toute personne qui a le lien peut voir la carte.',
  'home.link.copy': 'Copier le lien',
  'home.link.copied': 'Le lien est copié.',
  'home.making': 'Un instant',
  'home.saved': 'Enregistré sous {name}.',
  'home.failed': 'Cela n’a pas marché. Veuillez réessayer.',
  'home.savedUnlogged': 'Enregistré sous {name}. La remise n’a pas pu être notée.',
  'home.alt': '{view} : {n, plural, =0 {aucun point} one {# point} many {# de points} other {# points}}',
};
