namespace Urna.Web.Live;

/// <summary>That a folder changed while an answer was made of it: the answer is made again, of the state that comes after.</summary>
sealed class StateGone : Exception;
