// Tells whether a journal was open in this window that the program does not know any more. One that was closed
// is not lost.
export default ({ data, setStateValue }) => {
    const window_of = document.body.dataset;
    if (!data.fresh) delete window_of.journal;
    else if (window_of.journal && !data.lost) setStateValue("lost", true);
}
