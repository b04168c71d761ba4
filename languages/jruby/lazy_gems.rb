# Loads RubyGems, which takes as long as all the rest of the start, only when something is required that is not there without.
module Kernel
  alias_method :require_without_gems, :require

  def require(path)
    require_without_gems(path)
  rescue LoadError
    raise if defined?(Gem::Specification)
    require_without_gems("rubygems")
    require(path)
  end
  private :require
end
