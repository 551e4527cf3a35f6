/** My data: what is recorded about the reader, who looked, what is never recorded, and how long it stays. */
import type { Translation } from '../en.ts';
import type { myData as english } from '../en/my-data.ts';

export const myData: Translation<typeof english> = {
  'myData.column.who': 'Quién',
  'myData.column.whose': 'De quién',
  'myData.column.page': 'Qué',
  'myData.column.when': 'Cuándo',
  'myData.column.times': 'Veces',
  'myData.column.account': 'Cuenta',
  'myData.column.near': 'En persona',
  'myData.column.remote': 'A distancia',
  'myData.column.lastNear': 'Última vez en persona',
  'myData.column.meeting': 'Reunión',
  'myData.column.people': 'Con',
  'myData.column.response': 'Tú',
  'myData.column.said': 'Dijo',
  'myData.column.saidBy': 'Por',
  'myData.column.answer': 'Respuesta',
  'myData.column.day': 'Para',
  'myData.column.place': 'Lugar',
  'myData.column.person': 'Persona',
  'myData.column.role': 'Papel',
  'myData.column.since': 'Nombrado',
  'myData.column.policy': 'Visitas',
  'myData.column.reason': 'Motivo',
  'myData.column.span': 'Desde, hasta',
  'myData.column.file': 'Archivo',
  'myData.column.accounts': 'Cuentas',
  'myData.column.request': 'Solicitud',

  'myData.kind.accounts':
    '{count, plural, one {# cuenta que es tuya o con la que te reuniste} other {# cuentas que son tuyas o con las que te reuniste}}',
  'myData.kind.meetings': '{count, plural, one {# reunión con clientes} other {# reuniones con clientes}}',
  'myData.kind.tags':
    '{count, plural, one {# versión de tus respuestas} other {# versiones de tus respuestas}}, con notas, personas y gasto',
  'myData.kind.asks': '{count, plural, one {# invitación a un encuentro en persona} other {# invitaciones a un encuentro en persona}}',
  'myData.kind.plans': '{count, plural, one {# visita planificada} other {# visitas planificadas}}',
  'myData.kind.key_partners':
    '{count, plural, one {# contacto clave que nombraste o quitaste} other {# contactos clave que nombraste o quitaste}}',
  'myData.kind.visitor_policies': '{count, plural, one {# política de visitas que indicaste} other {# políticas de visitas que indicaste}}',
  'myData.kind.pauses': '{count, plural, one {# pausa que pusiste} other {# pausas que pusiste}}',
  'myData.kind.welcome_answers': '{count, plural, one {# respuesta a la bienvenida} other {# respuestas a la bienvenida}}',
  'myData.kind.imports': '{count, plural, one {# importación de cuentas} other {# importaciones de cuentas}}',
  'myData.kind.viewed':
    '{count, plural, one {# vez que miraste páginas de otra persona} other {# veces que miraste páginas de otras personas}}',
  'myData.kind.requests':
    '{count, plural, one {# solicitud, guardada para que un toque enviado dos veces cuente una} other {# solicitudes, guardadas para que un toque enviado dos veces cuente una}}',

  'myData.page.team': 'Equipo',
  'myData.page.account': 'Página de {account}',
  'myData.page.account_meetings': 'Reuniones con {account}',

  'myData.appRole.seller': 'Ventas',
  'myData.appRole.manager': 'Responsable',
  'myData.appRole.admin': 'Administración',
  'myData.appRole.delegate': 'Delegación',

  'myData.partnerRole.economic_buyer': 'Decide el presupuesto',
  'myData.partnerRole.champion': 'Promotor interno',
  'myData.partnerRole.technical_buyer': 'Decide lo técnico',
  'myData.partnerRole.user_buyer': 'Habla por los usuarios',
  'myData.partnerRole.coach': 'Guía interno',

  'myData.instant': '{day}, {time}',
  'myData.nobody': 'Alguien que ya no está en el directorio',
  'myData.owner': '{account} (tuya)',
  'myData.cancelled': '{subject} (cancelada)',
  'myData.byHand': '{subject} (añadida por ti)',
  'myData.response.organizer': 'Organizas',
  'myData.response.accepted': 'Aceptada',
  'myData.response.tentative': 'Provisional',
  'myData.response.declined': 'Rechazada',
  'myData.response.none': 'Sin respuesta',
  'myData.response.planned': 'La planificaste',
  'myData.withdrawn': 'Retirada',
  'myData.spend': 'gasto: {amount}',
  'myData.note': '{name}: {engagement}',
  'myData.absent': '{name}: no estuvo',
  'myData.saidBy': '{name}, {at}',
  'myData.saidFor': '{name} por {owner}, {at}',
  'myData.answer.open': 'Aún sin respuesta',
  'myData.answer.accepted': 'Aceptada, {day}',
  'myData.answer.declined': 'Rechazada, {day}',
  'myData.answer.no_answer': 'Sin respuesta, {day}',
  'myData.dropped': '{day}, descartada',
  'myData.removed': '{from}, se quitó {to}',
  'myData.span': '{from}, {to}',
  'myData.welcome.not_in_the_last_year': 'No en el último año',
  'myData.welcome.skipped': 'Omitida',
  'myData.importCounts': '{added, number} añadidas, {changed, number} cambiadas, {unchanged, number} sin cambios',
  'myData.importUndone': '{at}, deshecha',

  'myData.title': 'Mis datos',
  'myData.back': 'Atrás',
  'myData.sentence': 'Todo lo que Firsthand tiene registrado sobre ti. Sirve para orientar, no para sueldos ni sanciones.',

  'myData.export': 'Descargar todo',
  'myData.export.sentence': 'Un archivo (JSON) con todo lo que muestra esta página, con todo detalle.',
  'myData.export.working': 'Tu archivo se está preparando',
  'myData.export.done': '{name} está listo y se entregó a este programa para guardarlo.',
  'myData.export.missing':
    '¿No hay archivo? Outlook para Mac y las aplicaciones del teléfono no guardan ninguno. Copia el texto, o abre Firsthand en Teams o en Outlook en tu navegador.',
  'myData.export.failed': 'El archivo no se pudo preparar. Vuelve a intentarlo en un momento.',
  'myData.export.copy': 'Copiar el texto',
  'myData.export.copied': 'Copiado',
  'myData.export.copyRefused': 'Este programa no deja copiar a la página. Abre Firsthand en Teams o en Outlook en tu navegador.',
  'myData.export.cut':
    'El archivo no lo contiene todo: de {count, plural, one {una lista} other {# listas}} solo incluye las {limit, number} líneas más recientes.',

  'myData.viewers': 'Quién miró',
  'myData.viewers.sentence':
    'Se anota cuando otra persona abre una página con algo sobre ti: una línea por página y día. Una página que queda abierta cuenta como una vez.',
  'myData.viewers.none': 'Nadie ha mirado aún.',

  'myData.shown': 'Qué ven los demás',
  'myData.shown.sentence': 'Nadie ve sobre ti más de lo que tú puedes ver.',
  'myData.shown.managers':
    'Tus responsables ven las cuentas que son tuyas: cómo está cada una, su franja de encuentros, la última vez en persona y lo siguiente que hay planificado.',
  'myData.shown.colleagues':
    'En la página de una cuenta, su propietario, los responsables de este y los compañeros que se reunieron con ella ven cuántas veces se reunió con ella cada uno de los nuestros en persona y a distancia, sus reuniones con asunto y personas, sus invitaciones y planes, y la nota más reciente sobre cada contacto clave.',
  'myData.shown.meetings': 'Los compañeros que comparten una reunión contigo ven lo que cada uno dijo de ella.',
  'myData.shown.admins': 'Los administradores ven hasta dónde se ha leído tu calendario: un estado y dos recuentos, ninguna reunión.',

  'myData.recorded': 'Qué se registra',
  'myData.recorded.sentence': 'De tu calendario, de tus respuestas y de tu uso de Firsthand.',
  'myData.recorded.none': 'No se registra nada de ningún otro tipo.',
  'myData.more': 'Mostrar más',
  'myData.profile.name': 'Nombre',
  'myData.profile.mail': 'Correo',
  'myData.profile.manager': 'Responsable',
  'myData.profile.roles': 'Roles',
  'myData.profile.enrolled': 'Alta',
  'myData.profile.calendar': 'Calendario',
  'myData.profile.calendarRead': '{state}, última vez el {at}',
  'myData.profile.counts': '{events, plural, one {# evento leído} other {# eventos leídos}}, {meetings, number} con clientes',

  'myData.never': 'Qué no se registra nunca',
  'myData.never.sentence': 'Firsthand no tiene sitio para ello.',
  'myData.never.body': 'El texto de una invitación, ni los archivos adjuntos.',
  'myData.never.private': 'Nada de una reunión privada.',
  'myData.never.others': 'Reuniones sin clientes. Se cuentan mientras se lee tu calendario, nada más.',
  'myData.never.senses':
    'Cámara, micrófono, cara y voz. Nadie escucha las llamadas ni se adivina el ánimo de nadie. Cómo participó alguien es una nota que escribes tú, o que dejas en blanco.',

  'myData.kept': 'Cuánto tiempo se guarda',
  'myData.kept.sentence': 'Lo que vale hoy.',
  'myData.kept.calendar': 'Tu calendario se lee desde hace algo más de un año hasta dos meses por delante.',
  'myData.kept.meetings':
    'Una reunión que sale de tu calendario también sale de aquí, salvo que alguien haya dicho cómo fue: lo dicho se guarda.',
  'myData.kept.answers':
    'Tus respuestas se guardan en todas sus versiones, también lo que retiraste. Quién miró se guarda, y nadie puede borrarlo aquí.',
  'myData.kept.requests': 'Las solicitudes se borran a los {days} días. Por ahora nada más se borra automáticamente.',
};
