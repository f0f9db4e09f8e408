// Moves the bar and the number beside it of a run that is being printed; when nothing more happens the page is fetched again.
for (const bar of document.querySelectorAll('progress[data-feed]')) {
  const feed = new EventSource(bar.dataset.feed);
  feed.onmessage = message => {
    const told = JSON.parse(message.data);
    bar.value = told.done;
    const words = document.getElementById('how-far');
    if (told.state === 'PRINTING') {
      const shown = number => number.toLocaleString(document.documentElement.lang);
      words.textContent = words.dataset.words.replace('{0}', shown(told.done)).replace('{1}', shown(told.count));
    }
    if (told.state !== 'WAITING' && told.state !== 'PRINTING') {
      feed.close();
      location.reload();
    }
  };
}
