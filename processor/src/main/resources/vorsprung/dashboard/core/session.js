// A server with tokens answers 401. The token is asked for once and traded for a cookie that scripts cannot read.

import {el} from './dom.js';

let asking;

/** Asks for a token until the server takes it; false when the person gives up. Several callers share one dialog. */
export function openSession() {
  asking ??= askForToken().finally(() => { asking = undefined; });
  return asking;
}

function askForToken() {
  return new Promise((resolve) => {
    const token = el('input', {type: 'password', id: 'token', autocomplete: 'off', required: true});
    const refused = el('p', {role: 'alert', class: 'disagree'});
    const dialog = el('dialog', {'aria-labelledby': 'token-title'},
      el('form', {onsubmit: submit},
        el('h2', {id: 'token-title'}, 'This server asks for a token'),
        el('p', {}, 'It must have the scope query. It is sent to this server once and not kept on the page.'),
        el('div', {class: 'field'}, el('label', {for: 'token'}, 'Token'), token),
        refused,
        el('div', {class: 'fields'},
          el('button', {type: 'submit'}, 'Sign in'),
          el('button', {type: 'button', onclick: () => finish(false)}, 'Not now'))));

    async function submit(event) {
      event.preventDefault();
      const response = await fetch('/v1/session', {method: 'POST', headers: {Authorization: `Bearer ${token.value}`}});
      if (response.ok) {
        finish(true);
      } else {
        refused.textContent = 'The server does not take this token.';
      }
    }

    function finish(open) {
      dialog.close();
      dialog.remove();
      resolve(open);
    }

    dialog.addEventListener('cancel', () => finish(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}
