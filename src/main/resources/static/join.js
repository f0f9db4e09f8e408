// An invitation stands after the #, where no server and no log is told of it.
const invitation = document.querySelector('#join input[name=invitation]');
if (invitation && location.hash.length > 1) {
  invitation.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
}
