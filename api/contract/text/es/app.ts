/** What every page may say: loading, failures, signed out, offline. */
import type { Translation } from '../en.ts';
import type { app as english } from '../en/app.ts';

export const app: Translation<typeof english> = {
  number: '{value, number}',

  'failure.offline': 'Ahora mismo no hay conexión con el servidor. Se vuelve a intentar automáticamente.',
  'failure.timeout': 'El servidor tardó demasiado en responder. Se vuelve a intentar automáticamente.',
  'failure.unavailable': 'El servidor no responde en este momento. Se vuelve a intentar automáticamente.',
  'failure.signed_out': 'No has iniciado sesión. Inicia sesión para seguir.',
  'failure.unexpected_reply': 'El servidor respondió algo que esta página no entiende. Vuelve a cargarla; puede ser una versión anterior.',
  'failure.title': 'No se pudo cargar',
  'failure.stillWorks': 'Tu calendario no se ve afectado, y lo que ya respondiste se conserva.',
  'failure.requestId': 'Número para el soporte: {requestId}',
  'failure.retry': 'Reintentar',
  'failure.crash.title': 'Esta página se ha detenido',
  'failure.crash.sentence': 'Es un error nuestro. Vuelve a cargarla para seguir; lo que respondiste se conserva.',

  'settings.command.offline': 'No hay conexión con el servidor. Vuelve a intentarlo cuando la haya.',
  'settings.command.timeout': 'El servidor tardó demasiado en responder. Quizá se hizo igualmente: míralo antes de repetir.',
  'settings.command.unavailable': 'El servidor no respondió. Quizá se hizo igualmente: míralo antes de repetir.',
  'settings.command.not_ready': 'El servidor se está iniciando. Vuelve a intentarlo en un momento.',
  'settings.command.internal_error':
    'Algo falló en el servidor y no se cambió nada. Vuelve a intentarlo; si sigue igual, da al soporte el número de abajo.',

  'signedOut.title': 'No has iniciado sesión',
  'signedOut.sentence': 'Inicia sesión con tu cuenta del trabajo para ver tus reuniones.',
  'signedOut.action': 'Iniciar sesión',

  'outside.title': 'Abre Firsthand en Outlook o Teams',
  'outside.sentence':
    'Esta página funciona dentro de Outlook y Teams, donde ya has iniciado sesión. En un navegador suelto no puede saber quién eres.',
  'outside.outlook': 'En Outlook: abre una reunión con clientes en tu calendario y elige Firsthand entre las aplicaciones.',
  'outside.teams': 'En Teams: elige Aplicaciones a la izquierda y luego Firsthand.',
  'outside.missing': '¿No aparece ahí? Tu administrador puede añadirlo para ti.',

  'notEnrolled.title': 'Aún no tienes alta en Firsthand',
  'notEnrolled.sentence':
    'Firsthand pregunta a los vendedores por sus reuniones con clientes. Tu administrador puede darte de alta; hasta entonces no se lee nada tuyo.',

  'offline.bar': 'Sin conexión. Lo que ves puede no estar al día; se actualiza cuando vuelva.',

  'myData.link': 'Qué se registra sobre mí',

  'search.clear': 'Borrar la búsqueda',

  'list.more': 'Mostrar {count, number} más',
  'list.moreFailed': 'No se pudieron cargar más. Vuelve a intentarlo.',
};
