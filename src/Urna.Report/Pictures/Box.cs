namespace Urna.Report.Pictures;

/// <summary>An upright rectangle.</summary>
/// <param name="Left">The least x.</param>
/// <param name="Top">The least y.</param>
/// <param name="Right">The greatest x.</param>
/// <param name="Bottom">The greatest y.</param>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>A box that holds nothing.</summary>
    public static Box Empty { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>Its width.</summary>
    public double Width => Right - Left;

    /// <summary>Its height.</summary>
    public double Height => Bottom - Top;

    /// <summary>The least box around this one and a point.</summary>
    public Box With(double x, double y) => new(Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));

    /// <summary>The least box around this one and another.</summary>
    public Box With(Box other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>This box, widened about its middle until its shorter side is a part of its longer.</summary>
    public Box AtLeast(double part)
    {
        var side = part * Math.Max(Width, Height);
        var (x, y) = (Math.Max(0, side - Width) / 2, Math.Max(0, side - Height) / 2);
        return new Box(Left - x, Top - y, Right + x, Bottom + y);
    }

    /// <summary>The gap to another box along the axis where it is wider; negative if they overlap.</summary>
    public double GapTo(Box other) => Math.Max(
        Math.Max(Left - other.Right, other.Left - Right),
        Math.Max(Top - other.Bottom, other.Top - Bottom));
}
